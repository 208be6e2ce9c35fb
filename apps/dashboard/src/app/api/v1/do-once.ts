import { createHash } from "node:crypto";
import { type ApiContext, onceByName } from "@kept/domain";
import { bodyOf } from "../../../server/body.ts";
import type { Answer, Said } from "./answer.ts";
import { mostBytes } from "./read-json.ts";

/**
 * Does a write once, when its program named it; without a name it is simply done: every write here bears repeating, but
 * for making a return, which insists on a name.
 */
export async function doOnce(
  ctx: ApiContext,
  request: Request,
  done: () => Promise<Answer>,
  say: (said: Said) => Answer,
): Promise<Answer> {
  const name = request.headers.get("idempotency-key")?.trim();
  if (name === undefined || name === "") return done();
  if (name.length > 255) return say({ ok: false, problem: { kind: "invalid", detail: tooLong } });
  const hash = await hashOf(request);
  if (!hash) return done();
  const once = await onceByName(ctx, { name, hash }, done);
  if (once.ok) return once.value;
  const kind = once.error.code === "StillRunning" ? "still-running" : "same-key-other-request";
  return say({ ok: false, problem: { kind, detail: words[kind] } });
}

const tooLong = "An Idempotency-Key has at most 255 characters.";
const words = {
  "still-running": "A request with this Idempotency-Key is being done. Ask again in a moment.",
  "same-key-other-request": "This Idempotency-Key stood for another request before. Take a new one.",
};

/** Of what is asked: the method, the path and the body. Null for a body that is too large, which is refused anyway. */
async function hashOf(request: Request): Promise<Buffer | null> {
  const body = await bodyOf(request.clone(), mostBytes);
  if (!body) return null;
  const { pathname } = new URL(request.url);
  return createHash("sha256").update(`${request.method} ${pathname}\n`).update(body).digest();
}
