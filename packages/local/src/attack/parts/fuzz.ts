import { call, callAction } from "../call.ts";
import { actionIds, dashboardDoors } from "../doors.ts";
import { type AttackWorld, visitor } from "../world.ts";
import { inBatches } from "./forgery.ts";
import { fill, valueFor } from "./matrix.ts";

/**
 * Requests nobody would write, at every page, route and action, from a stranger and from an owner: never a fault of
 * ours, never a stack trace, never a process that ends. The same seed makes the same requests.
 */
export async function fuzz(world: AttackWorld, { requests = 20_000, seed = 1 } = {}) {
  const { at } = world;
  const owner = await visitor(world, "owner", "owner@fjord.example");
  const doors = dashboardDoors();
  const ids = actionIds();
  const faults = new Map<string, number>();
  const traces: string[] = [];
  const exitsBefore = world.exits();
  const statuses = await inBatches(requests, 16, async (i) => {
    const dice = diceOf(seed * 1_000_003 + i);
    const door = dice.one(doors);
    const who = dice.chance(0.7) ? owner : null;
    const name = door.kind === "action" ? `${door.file}#${door.name}` : `${door.kind} ${door.path}`;
    try {
      const answer = await strike();
      if (answer.status >= 500) faults.set(name, (faults.get(name) ?? 0) + 1);
      if (/\n\s+at .+\(?(?:file:|\/|node:)/.test(answer.body)) traces.push(name);
      return answer.status;
    } catch (error) {
      // A request that cannot be written as HTTP did not arrive; one that was cut off did.
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      if (!/invalid|header|URL|byte/i.test(`${error} ${cause}`)) faults.set(`${name} ${cause}`, 1);
      return 0;
    }

    function strike() {
      if (door.kind === "action") {
        const known = ids.get(name);
        const values = door.takes.map((take) => (dice.chance(0.5) ? valueFor(take, "fjord") : oddity(dice)));
        const id = known && dice.chance(0.95) ? known.id : "0".repeat(42);
        return callAction(at.dashboard, fill("/[shop]/returns/[number]", "fjord"), who, {
          id,
          values: values.map(formOf),
        });
      }
      const path = door.path.replaceAll(/\[[^\]]*\]/g, (part) =>
        dice.chance(0.5)
          ? fill(part, "fjord")
          : encodeURIComponent(String(oddity(dice)).toWellFormed()).slice(0, 2_000),
      );
      const query = dice.chance(0.6)
        ? `?${new URLSearchParams([[dice.one(parameters), String(oddity(dice))]])}`
        : "";
      const method =
        door.kind === "route" ? dice.one(["GET", "POST", "PUT", "DELETE"]) : dice.one(["GET", "GET", "POST"]);
      const body = method === "GET" ? undefined : bodyOf(dice);
      return call(at.dashboard, `${path}${query}`, who, {
        method,
        ...(body !== undefined && { body }),
        headers: { origin: at.dashboard, ...dice.one(headers) },
      });
    }

    function formOf(value: unknown) {
      if (!(value instanceof Map)) return value;
      return new Map([...value].map(([key, text]) => [key, dice.chance(0.4) ? String(oddity(dice)) : text]));
    }
  });
  const alive = (await call(at.dashboard, "/healthz", null)).status === 200;
  const exits = world.exits() - exitsBefore;
  const fivehundreds = [...faults.values()].reduce((sum, count) => sum + count, 0);
  return {
    requests,
    arrived: statuses.filter((status) => status > 0).length,
    faults: fivehundreds,
    traces: traces.length,
    exits,
    where: [...faults].sort((a, b) => b[1] - a[1]).slice(0, 60),
    ok: fivehundreds === 0 && traces.length === 0 && exits === 0 && alive,
  };
}

const parameters = [
  "view",
  "q",
  "page",
  "before",
  "after",
  "to",
  "sort",
  "shop",
  "hmac",
  "state",
  "code",
  "id",
  "__proto__",
  "nxtPshop",
];
const headers: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
  { "next-router-prefetch": "1", rsc: "1" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" },
  { "content-type": "application/json" },
  { "content-type": "multipart/form-data; boundary=x" },
  { "next-action": "x" },
  { "x-path": "//evil.example" },
  { accept: "../../etc/passwd", "accept-language": "zz-ZZ;q=9" },
];

function bodyOf(dice: Dice): BodyInit {
  return dice.one<() => BodyInit>([
    () => "",
    () => JSON.stringify(oddity(dice)),
    () => "{".repeat(2_000),
    () => new Uint8Array([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
    () => new URLSearchParams([["email", String(oddity(dice))]]),
    () => '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$K1","$F1","$@1","$Q2"]\r\n--x--',
    () => '[{"then":"$1:__proto__:constructor"}]',
  ])();
}

/** What does not belong anywhere. */
function oddity(dice: Dice): unknown {
  return dice.one<() => unknown>([
    () => "",
    () => null,
    () => undefined,
    () => -1,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER,
    () => 0.1,
    () => true,
    () => [],
    () => [[[[[]]]]],
    () => ({}),
    () => ({ __proto__: { admin: true }, constructor: { prototype: {} } }),
    () => JSON.parse('{"__proto__":{"x":1}}'),
    () => "' or 1=1 --",
    () => "\u0000",
    () => "\ud800",
    () => "😀".repeat(dice.below(200)),
    () => "a".repeat(dice.below(20_000)),
    () => "../".repeat(dice.below(40)),
    () => "<script>alert(1)</script>",
    () => "%00%0d%0aSet-Cookie: a=b",
    () => "{{7*7}}#{7*7}",
    () => "2026-13-45T99:99:99Z",
    () => "NaN",
    () => "1001",
    () => 99_999_999_999,
    () => "00000000-0000-7000-8000-000000000000",
    () => "$undefined",
    () => "\u202egnp.exe",
  ])();
}

interface Dice {
  one<T>(of: readonly T[]): T;
  below(most: number): number;
  chance(of: number): boolean;
}

/** mulberry32: small, and the same everywhere. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    one: (of) => of[Math.floor(next() * of.length)] as never,
    below: (most) => Math.floor(next() * most),
    chance: (of) => next() < of,
  };
}
