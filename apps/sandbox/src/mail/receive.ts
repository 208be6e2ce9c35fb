import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { type Call, json, type Reply, readJson } from "../server/exchange.ts";
import { after, badGateway, dropped } from "../server/fault-effects.ts";
import type { World } from "../world/world.ts";
import type { Letter } from "./letter.ts";
import { tellWhatBecame } from "./tell-what-became.ts";

const addresses = z.union([z.string(), z.array(z.string()).max(50)]);

const message = z.object({
  from: z.string().min(1),
  to: addresses,
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  cc: addresses.optional(),
  bcc: addresses.optional(),
  reply_to: addresses.optional(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

const dayMs = 24 * 3_600_000;

/**
 * Resend's POST /emails. An Idempotency-Key is kept for 24 hours: the same letter again is answered with the first
 * one's id and not sent twice; another letter under the same key is refused.
 */
export async function receiveMail(world: World, call: Call): Promise<Reply> {
  const target = { names: ["emails"], shop: null, handle: shopOf(call), requestId: call.requestId };
  const fault = world.faults.strike(target, mailFaults);
  if (fault?.kind === "delay-then-commit") await wait(fault.delayMs);
  if (fault?.kind === "drop-before") return dropped;
  if (fault?.kind === "error-before") return badGateway(fault.status);
  const reply = accept(world, call);
  return fault ? after(fault, reply, call.requestId) : reply;
}

const mailFaults = [
  "drop-before",
  "commit-then-drop",
  "delay-then-commit",
  "commit-then-delay",
  "error-before",
  "error-after",
  "malformed-after",
] as const;

const tagged = z.object({ tags: z.array(z.object({ name: z.string(), value: z.string() })) });

/** Resend knows no shops; a letter's tag may name one, so that trouble with letters can be one shop's alone. */
function shopOf(call: Call): string | null {
  const { data } = tagged.safeParse(readJson(call));
  return data?.tags.find(({ name }) => name === "shop")?.value ?? null;
}

function accept(world: World, call: Call): Reply {
  if (!call.headers.authorization?.startsWith("Bearer ")) {
    return json(401, {
      statusCode: 401,
      name: "missing_api_key",
      message: "Missing API key in the authorization header",
    });
  }
  const body = readJson(call);
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [field = ""] = issue?.path ?? [];
    const isThere = typeof body === "object" && body !== null && field in body;
    const name = isThere ? "validation_error" : "missing_required_field";
    return json(422, {
      statusCode: 422,
      name,
      message: `Missing or invalid \`${issue?.path.join(".") ?? "body"}\` field.`,
    });
  }
  const key = header(call, "idempotency-key");
  if (key !== null && (key.length === 0 || key.length > 256)) {
    return json(400, {
      statusCode: 400,
      name: "invalid_idempotency_key",
      message: "The key must be between 1-256 chars.",
    });
  }
  const digest = createHash("sha256").update(call.body).digest("hex");
  const known = key === null ? undefined : recent(world, key);
  if (known && known.digest !== digest) {
    return json(409, {
      statusCode: 409,
      name: "invalid_idempotent_request",
      message: "This idempotency key has been used on a request with a different payload.",
    });
  }
  if (known) return json(200, { id: known.resendId });
  const letter = toLetter(world, parsed.data, key, digest);
  world.letters.save(letter);
  world.commit();
  tellWhatBecame(world, letter);
  return json(200, { id: letter.resendId });
}

/** The letters a test asks for, newest last: those after the one with the number `after`, if it says one. */
export function lettersMatching(world: World, query: URLSearchParams): Letter[] {
  const [to, subject] = [query.get("to")?.toLowerCase(), query.get("subject")?.toLowerCase()];
  const after = Number(query.get("after") ?? 0);
  return world.letters
    .all()
    .filter(({ id }) => id > after)
    .filter((letter) => !to || letter.to.some((address) => address.toLowerCase().includes(to)))
    .filter((letter) => !subject || letter.subject.toLowerCase().includes(subject));
}

function recent(world: World, key: string): Letter | undefined {
  const since = world.now().getTime() - dayMs;
  return world.letters.find(
    (letter) => letter.idempotencyKey === key && Date.parse(letter.createdAt) > since,
  );
}

function toLetter(
  world: World,
  data: z.output<typeof message>,
  idempotencyKey: string | null,
  digest: string,
): Letter {
  const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
  return {
    id: world.nextId("Letter"),
    resendId: randomUUID(),
    from: data.from,
    to: list(data.to),
    cc: list(data.cc),
    bcc: list(data.bcc),
    replyTo: list(data.reply_to),
    subject: data.subject,
    html: data.html ?? null,
    text: data.text ?? null,
    headers: data.headers ?? {},
    tags: data.tags ?? [],
    createdAt: world.now().toISOString(),
    idempotencyKey,
    digest,
  };
}

function header(call: Call, name: string): string | null {
  const value = call.headers[name];
  return typeof value === "string" ? value : null;
}
