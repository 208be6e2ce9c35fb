import type { OutgoingHttpHeaders } from "node:http";
import { diceOf } from "../same-amount/same-amount.ts";
import { bloom } from "../world/shops.ts";
import { type Guest, guestAt, sendReturn } from "./guest.ts";
import { ask, formOf, inLanes } from "./raw.ts";

/**
 * G9, the portal's part. Requests nobody would write, at every page, form and route, by strangers and by a customer who
 * holds a pass: never a fault of ours, never a stack trace, never an answer that is missing. The same seed makes the same.
 */
export async function fuzz({ requests, seed }: { requests: number; seed: number }) {
  const [guest, other] = [await guestAt(bloom), await guestAt(bloom)];
  const status = await sendReturn(other);
  const forms = [
    ...guest.walker.forms(),
    ...other.walker.forms(),
    ...(await guest.walker.go("/bloom?lang=en")).forms(),
  ];
  const faults = new Map<string, number>();
  const traces: string[] = [];
  const statuses: Record<number, number> = {};
  await inLanes(requests, 12, async (n) => {
    const dice = diceOf(seed * 1_000_003 + n);
    const wish = await anyRequest(dice, { guest, status, fields: forms.map(({ fields }) => fields) });
    try {
      const answer = await ask(wish.path, wish);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status >= 500) count(faults, `${wish.method} ${kindOf(wish.path)} ${answer.status}`);
      if (/\n\s+at .+\(?(?:file:|\/|node:)/.test(answer.body.toString())) traces.push(kindOf(wish.path));
    } catch (error) {
      // What cannot be written as HTTP never left; whoever sends half of a request is cut off.
      const { code, message } = error as NodeJS.ErrnoException;
      if (!/^ERR_(INVALID|HTTP|UNESCAPED)/.test(code ?? "") && !wish.mayBeCutOff)
        count(faults, `${wish.method} ${kindOf(wish.path)} ${message}`);
    }
  });
  const alive = (await ask("/healthz")).status === 200;
  const total = [...faults.values()].reduce((sum, times) => sum + times, 0);
  return {
    requests,
    statuses,
    faults: total,
    traces: traces.length,
    where: [...faults].sort((a, b) => b[1] - a[1]).slice(0, 30),
    ok: total === 0 && traces.length === 0 && alive,
  };
}

type Dice = () => number;
type Fields = readonly (readonly [string, string])[];

interface Wish {
  readonly path: string;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
  /** Too long a head or too large a body: whether the answer arrives before the line is cut is chance. */
  readonly mayBeCutOff: boolean;
}

async function anyRequest(
  dice: Dice,
  known: { guest: Guest; status: string; fields: Fields[] },
): Promise<Wish> {
  const { guest } = known;
  const path = anyPath(dice, known);
  const method = one(dice, [
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "PUT",
    "DELETE",
    "OPTIONS",
    "PATCH",
  ]);
  const cookie = one(dice, [
    guest.pass,
    guest.pass,
    "",
    `${guest.pass}; kept_form=${odd(dice)}`,
    `kept_lookup=${odd(dice)}`,
    `kept_customer=${odd(dice)}; kept_lang=${odd(dice)}`,
    `kept_sign_in=${odd(dice)}`,
  ]);
  const extra = one(dice, strangeHeaders);
  const site = dice() < 0.9 ? { "sec-fetch-site": "same-origin" } : {};
  const head = { cookie: writable(cookie).slice(0, 6_000), ...site, ...extra };
  if (method === "GET" || method === "HEAD") return { path, method, headers: head, mayBeCutOff: false };
  const sent = await anyBody(dice, known.fields);
  return {
    path,
    method,
    headers: { ...sent.headers, ...head },
    body: sent.body,
    mayBeCutOff: sent.body.length > 150_000,
  };
}

function anyPath(dice: Dice, { guest, status }: { guest: Guest; status: string }): string {
  const segment = () => encodeURIComponent(odd(dice).toWellFormed()).slice(0, 1_500);
  const path = one(dice, [
    "/",
    "/bloom",
    "/bloom/code",
    "/bloom/orders",
    "/bloom/sign-in",
    "/bloom/accessibility",
    "/callback",
    "/healthz",
    "/steps.js",
    "/icon.svg",
    "/bloom/return",
    guest.draft,
    `${guest.draft}/items`,
    `${guest.draft}/items`,
    `${guest.draft}/refund`,
    `${guest.draft}/review`,
    `${guest.draft}/price`,
    status,
    status,
    `/bloom/r/${segment()}`,
    `/bloom/photo/${segment()}`,
    `/bloom/return/${segment()}/items`,
    `/${segment()}`,
    `/bloom/${segment()}`,
    `//bloom`,
    "/bloom/../../etc/passwd",
    "/%ff",
    "/_next/data/x/bloom.json",
    `/_next/image?url=${segment()}&w=64&q=75`,
    "/bloom.rsc",
    "/bloom/code/%2e%2e/orders",
    "http://evil.example/bloom",
    "*",
  ]);
  if (dice() > 0.4) return path;
  const name = one(dice, [
    "lang",
    "order",
    "for",
    "sign-in",
    "again",
    "changed",
    "code",
    "state",
    "_rsc",
    "nxtPshop",
    "__proto__",
    "a[]",
  ]);
  return `${path}?${name}=${segment()}`;
}

async function anyBody(dice: Dice, forms: Fields[]): Promise<{ body: Buffer; headers: OutgoingHttpHeaders }> {
  const fields = one(dice, forms);
  const kind = dice();
  // A form of ours with something in it that does not belong there: its fields, its hidden ones, a file.
  if (kind < 0.7) {
    const changed: [string, string | File][] = fields.map(([name, value]) => [
      name,
      dice() < 0.15 ? odd(dice) : value,
    ]);
    for (const name of [
      "order",
      "contact",
      "code",
      "resolution",
      "fingerprint",
      "note",
      "tracking",
      "carrier",
      "message",
      "remove",
    ])
      if (dice() < 0.3) changed.push([name, odd(dice)]);
    if (dice() < 0.3)
      changed.push(
        [`chosen.${odd(dice)}`, "on"],
        [`reason.${odd(dice)}`, odd(dice)],
        [`quantity.${odd(dice)}`, odd(dice)],
      );
    if (dice() < 0.1)
      changed.push([`photo.${odd(dice).slice(0, 50)}`, new File([odd(dice)], odd(dice).slice(0, 200))]);
    return formOf(changed);
  }
  const raw = one<() => [string, string]>(dice, [
    () => ["application/json", odd(dice)],
    () => [
      "application/x-www-form-urlencoded",
      new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    ],
    () => [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n["$K1","$F1","$@1","$Q2"]\r\n--x--',
    ],
    () => [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="$ACTION_REF_0"\r\n\r\n',
    ],
    () => ["multipart/form-data", "no boundary at all"],
    () => ["text/plain;charset=UTF-8", '[{"then":"$1:__proto__:constructor"}]'],
    () => ["text/plain", "{".repeat(5_000)],
    () => ["application/octet-stream", "\u0000".repeat(400)],
    () => ["text/plain", "a".repeat(300_000)],
  ])();
  return { body: Buffer.from(raw[1]), headers: { "content-type": raw[0] } };
}

const strangeHeaders: OutgoingHttpHeaders[] = [
  {},
  {},
  {},
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%5D" },
  { "next-action": "x".repeat(42) },
  { "next-action": "00181103a8c56cd2e49f29d43946ab53865b20d0f4", accept: "text/x-component" },
  { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" },
  { "x-forwarded-for": "1.2.3.4, ::1, evil, 999.1.1.1" },
  { host: "evil.example" },
  { host: "bloom.localhost" },
  { host: "a".repeat(300) },
  { "accept-language": "zz-ZZ;q=9, *;q=, ar;q=0.9999" },
  { "accept-encoding": "br;q=0, gzip;q=0.0, identity" },
  { origin: "null" },
  { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  { "if-none-match": "*", range: "bytes=0-9999999999" },
  { "x-nextjs-data": "1", "x-invoke-path": "/bloom", "x-matched-path": "/bloom" },
  { expect: "100-continue" },
];

/** What does not belong anywhere. */
function odd(dice: Dice): string {
  const long = Math.floor(dice() * 3_000);
  return one<() => string>(dice, [
    () => "",
    () => " ",
    () => "#1001",
    () => "-1",
    () => "1e308",
    () => "NaN",
    () => "99999999999999999999",
    () => "0.1",
    () => "' or 1=1 --",
    () => '"; drop table returns; --',
    () => "\u0000",
    () => "\ud800",
    () => "😀".repeat(long / 40),
    () => "a".repeat(long),
    () => "../".repeat(long / 60),
    () => "<script>alert(1)</script>",
    () => "%00%0d%0aSet-Cookie: a=b",
    () => "{{7*7}}#{7*7}<%= 7*7 %>",
    () => "__proto__",
    () => "constructor",
    () => "gid://shopify/Order/1",
    () => "gid://shopify/FulfillmentLineItem/99999999999999999999",
    () => "store_credit",
    () => "00000000-0000-7000-8000-000000000000",
    () => "$undefined",
    () => "$@0",
    () => "\u202egnp.exe",
    () => '["fjord","x"]',
    () => '{"id":"x","bound":"$@1"}',
    () => "nobody@example.com",
    () => "４８２１７７３０",
    () => "مرحبا",
    () => "1".repeat(long),
  ])();
}

function one<T>(dice: Dice, of: readonly T[]): T {
  return of[Math.floor(dice() * of.length)] as T;
}

/** Headers have no line breaks and no letters beyond Latin; what a proxy would not let through is not what is tried here. */
function writable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, "?");
}

function kindOf(path: string): string {
  return path
    .replace(/\/(return|r|photo)\/[^/?]+/, "/$1/KEY")
    .replace(/\?.*/, "?")
    .slice(0, 60);
}

function count(faults: Map<string, number>, name: string): void {
  faults.set(name, (faults.get(name) ?? 0) + 1);
}
