import { fill, type Names, pageOf, valueFor } from "../asking.ts";
import { type Answered, call, callAction } from "../call.ts";
import type { ActionIds, Door } from "../doors.ts";
import type { Visitor } from "../people.ts";
import type { Dice } from "./dice.ts";
import { oddity } from "./oddities.ts";

/** Something sent to a door, and how to say it again. */
export interface Strike {
  readonly says: string;
  send(): Promise<Answered>;
}

interface Target {
  readonly dashboard: string;
  readonly names: Names;
  readonly ids: ActionIds;
}

/** One request nobody would write: at a page or route any bytes, at an action odd arguments or odd bytes for them. */
export function strikeAt(target: Target, door: Door, who: Visitor | null, dice: Dice): Strike {
  if (door.kind !== "action") return atAddress(target, door, who, dice);
  const known = target.ids.get(`${door.file}#${door.name}`);
  const id = known && dice.chance(0.95) ? known.id : "0".repeat(42);
  const path = known ? pageOf(known.page, target.names) : "/";
  if (dice.chance(0.3)) return brokenFlight(target, { path, id }, who, dice);
  const values = door.takes
    .map((take) => (dice.chance(0.5) ? valueFor(door, take, target.names) : oddity(dice)))
    .map((value) => withOddFields(value, dice));
  return {
    says: `${door.name}(${shortly(values)})`,
    send: () => callAction(target.dashboard, path, who, { id, values }),
  };
}

function atAddress(
  { dashboard, names }: Target,
  door: Exclude<Door, { kind: "action" }>,
  who: Visitor | null,
  dice: Dice,
): Strike {
  const named = fill(door.path, names).split("/");
  const path = door.path
    .split("/")
    .map((part, i) => (part.startsWith("[") && dice.chance(0.5) ? oddPart(dice) : named[i]))
    .join("/");
  const query = dice.chance(0.6)
    ? `?${new URLSearchParams([[dice.one(parameters), String(oddity(dice))]])}`
    : "";
  const method =
    door.kind === "route" ? dice.one(["GET", "POST", "PUT", "DELETE"]) : dice.one(["GET", "GET", "POST"]);
  const body = method === "GET" ? undefined : dice.one(bodies)(dice);
  const headers = { origin: dashboard, ...dice.one(oddHeaders) };
  return {
    says: `${method} ${path.slice(0, 200)}${query.slice(0, 200)} ${shortly(headers)} ${shortly(body)}`,
    send: () =>
      call(dashboard, `${path}${query}`, who, { method, ...(body !== undefined && { body }), headers }),
  };
}

function oddPart(dice: Dice): string {
  return encodeURIComponent(String(oddity(dice)).toWellFormed()).slice(0, 2_000);
}

/** Bytes in place of an action's arguments, by a script of ours or by a form without one. */
function brokenFlight(
  { dashboard }: Target,
  { path, id }: { path: string; id: string },
  who: Visitor | null,
  dice: Dice,
): Strike {
  const root = dice.one(flights);
  const form = new FormData();
  const scripted = dice.chance(0.6);
  if (scripted) {
    form.append(dice.one(["0", "0", "1", "-1", "__proto__"]), root);
    if (dice.chance(0.5)) form.append(dice.one(["1", "1_a", "$ACTION_KEY", ""]), dice.one(flights));
  } else {
    form.append(dice.one([`$ACTION_ID_${id}`, "$ACTION_REF_1", "$ACTION_REF_", "$ACTION_ID_"]), "");
    form.append("$ACTION_1:0", dice.one([root, JSON.stringify({ id, bound: "$@1" }), `{"id":"${id}"}`]));
    form.append("$ACTION_1:1", dice.one(flights));
    form.append("$ACTION_KEY", String(oddity(dice)));
  }
  const text = scripted && dice.chance(0.4);
  const headers = {
    origin: dashboard,
    ...(scripted && { "next-action": id, accept: "text/x-component" }),
    ...(text && { "content-type": "text/plain;charset=UTF-8" }),
  };
  const body = text ? root : form;
  return {
    says: `POST ${path} ${shortly(headers)} ${text ? root : shortly([...form])}`,
    send: () => call(dashboard, path, who, { method: "POST", body, headers }),
  };
}

function withOddFields(value: unknown, dice: Dice): unknown {
  if (!(value instanceof Map)) return value;
  return new Map([...value].map(([key, text]) => [key, dice.chance(0.4) ? String(oddity(dice)) : text]));
}

function shortly(value: unknown): string {
  return (JSON.stringify(value, (_, each) => (each instanceof Map ? [...each] : each)) ?? "").slice(0, 400);
}

/** What stands where React keeps an action's arguments. */
const flights = [
  "",
  "null",
  "[",
  "[]",
  "{}",
  '"$K1"',
  '["$K1"]',
  '["$F1"]',
  '["$h1"]',
  '["$@1"]',
  '["$Q2"]',
  '["$W2"]',
  '["$i2"]',
  '["$B7"]',
  '["$r1"]',
  '["$T"]',
  '["$0"]',
  '["$1:a:b"]',
  '["$1:__proto__:constructor"]',
  '[{"then":"$1:__proto__:then","status":"resolved_model","value":"{}"}]',
  '["$n99999999999999999999999"]',
  '["$nx"]',
  '["$D2026-99-99"]',
  '["$A1","$O1","$o1","$S1","$U1","$V1"]',
  `[${"[".repeat(3_000)}${"]".repeat(3_000)}]`,
  `[${"1,".repeat(5_000)}1]`,
  '["\\ud800"]',
];

const bodies: ((dice: Dice) => BodyInit)[] = [
  () => "",
  (dice) => JSON.stringify(oddity(dice)) ?? "",
  () => "{".repeat(2_000),
  () => new Uint8Array([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
  (dice) => new URLSearchParams([["email", String(oddity(dice))]]),
  () => '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$K1","$F1","$@1","$Q2"]\r\n--x--',
  () => '[{"then":"$1:__proto__:constructor"}]',
];

const parameters = [
  "view",
  "q",
  "page",
  "before",
  "after",
  "to",
  "of",
  "sort",
  "shop",
  "hmac",
  "state",
  "code",
  "id",
  "__proto__",
  "nxtPshop",
];

const oddHeaders: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
  { "next-router-prefetch": "1", rsc: "1" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" },
  { "content-type": "application/json" },
  { "content-type": "multipart/form-data; boundary=x" },
  { "content-type": "multipart/form-data" },
  { "next-action": "x" },
  { "x-path": "//evil.example" },
  { accept: "../../etc/passwd", "accept-language": "zz-ZZ;q=9" },
];
