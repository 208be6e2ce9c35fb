import { createHash, randomBytes } from "node:crypto";
import { fill } from "../asking.ts";
import { call } from "../call.ts";
import type { Door } from "../doors.ts";
import { guardOf, nameOf } from "../guards.ts";
import { isId, namesOfNothing } from "../known.ts";
import { type Attempt, apart, type Scene, type Trial } from "./trial.ts";

const everything = [
  "quotes",
  "returns:read",
  "returns:write",
  "returns:decide",
  "messages:read",
  "messages:write",
  "credits:read",
  "credits:issue",
  "reconciliation:read",
  "webhooks",
];

/** Programs: without a key, with one that is none, is over, may almost nothing, or belongs to another shop. */
export async function keyTrials(scene: Scene): Promise<Trial[]> {
  const revoked = await keyOf(scene, "fjord", { scopes: everything, revoked: true });
  const weak = await keyOf(scene, "fjord", { scopes: ["quotes"] });
  const foreign = await keyOf(scene, "fjord", { scopes: everything });
  return scene.doors.flatMap((door) => {
    if (guardOf(door) !== "program" || door.kind !== "route") return [];
    return door.methods.flatMap((method) => {
      const refused = (who: string, key: string | null, status: number): Trial => ({
        says: `${who} ${method} ${nameOf(door)}`,
        async problem() {
          const answer = await attempt(scene, door, method, key)(scene.names);
          return answer.status === status ? null : `answers ${answer.status}`;
        },
      });
      const trials = [
        refused("no key", null, 401),
        refused("made-up key", secret(), 401),
        refused("revoked key", revoked, 401),
      ];
      if (door.path !== "/api/v1/quotes") trials.push(refused("key without the right", weak, 403));
      const named = fill(door.path, scene.names).split("/").some(isId);
      const names = { foreign: scene.names, absent: namesOfNothing(scene.names) };
      return named
        ? [...trials, apart(door, "key of another shop", attempt(scene, door, method, foreign), names)]
        : trials;
    });
  });
}

function attempt(
  { world: { at } }: Scene,
  door: Door & { kind: "route" },
  method: string,
  key: string | null,
): Attempt {
  return (names) =>
    call(at.dashboard, fill(door.path, names), null, {
      method,
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomBytes(8).toString("hex"),
        ...(key && { authorization: `Bearer ${key}` }),
      },
      ...(method !== "GET" && method !== "DELETE" && { body: "{}" }),
    });
}

async function keyOf(
  { world: { sql } }: Scene,
  handle: string,
  { scopes, revoked = false }: { scopes: readonly string[]; revoked?: boolean },
): Promise<string> {
  const key = secret();
  const hash = createHash("sha256").update(key).digest();
  await sql`insert into api_keys (shop_id, name, prefix, secret_hash, scopes, created_by, revoked_at, revoked_by)
    select id, 'Attack', 'kept_live_', ${hash}, ${[...scopes]}, 'Attack', ${revoked ? new Date() : null}, ${revoked ? "Attack" : null}
      from shops where handle = ${handle}`;
  return key;
}

function secret(): string {
  return `kept_live_${randomBytes(32).toString("base64url")}`;
}
