import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { callAction } from "../attack/call.ts";
import { actionIds } from "../attack/doors.ts";
import { type Visitor, visitor } from "../attack/people.ts";
import type { AttackWorld } from "../attack/world.ts";
import type { Judged } from "../chaos/chaos.ts";
import { repository } from "../repository.ts";
import { type AboutReturn, tellTriply } from "./webhooks.ts";

const scenes = "packages/domain/src/testing";
const shop = "clicks";

/** A running product: where it is, and a look at its database from beside. */
export type ClickedOn = Pick<AttackWorld, "sql" | "databaseUrl"> & {
  readonly at: Pick<AttackWorld["at"], "dashboard" | "sandbox">;
};

export interface Clicked extends Judged {
  readonly returns: number;
  readonly clicks: number;
  readonly webhooks: number;
  /** Returns whose clicks were not all answered alike, with what was answered. */
  readonly unlike: readonly string[];
  /** Returns that are not one issuance, or whose customer did not get exactly one letter of it. */
  readonly notOnce: number;
  readonly seconds: number;
}

interface Planted {
  readonly people: readonly string[];
  readonly returns: readonly { readonly number: number; readonly order: string }[];
}

/**
 * So many returns, each approved and issued by two to eight clicks at the same moment, of two people, over HTTP as a
 * page's script sends them; meanwhile everything Shopify could tell about them comes three times, in any order. Then
 * every leg is compared with what the stand-in did, and every click's answer with the others'.
 */
export async function clicks(world: ClickedOn, count: number): Promise<Clicked> {
  const planted: Planted = JSON.parse(await run(world, "clicks/plant.ts", shop, String(count)));
  const topics = ["returns/approve", "returns/process", "refunds/create", "orders/updated"];
  await control(world, "webhooks", {
    shop: `${shop}.myshopify.com`,
    topics,
    address: `${world.at.dashboard}/shopify/webhooks`,
  });
  const staff = await Promise.all(planted.people.map((email) => visitor(world, email, email)));
  const since = performance.now();
  const telling = tellTriply(world, shop, await aboutReturns(world, planted));
  const answers = new Map<number, string[]>();
  const waiting = [...planted.returns];
  await Promise.all(
    Array.from({ length: returnsAtOnce }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop())
        answers.set(next.number, await clickAtOnce(world, staff, next.number));
    }),
  );
  const webhooks = await telling;
  await settled(world);
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  const judged: Judged = JSON.parse(await run(world, "chaos/judge.ts", shop));
  const all = [...answers.values()];
  return {
    returns: count,
    clicks: all.flat().length,
    webhooks,
    unlike: [...answers].flatMap(([number, said]) =>
      said.every((each) => each === "done") ? [] : [`${number}: ${[...new Set(said)].join(" | ")}`],
    ),
    notOnce: await notOnce(world),
    ...judged,
    seconds,
  };
}

const returnsAtOnce = 4;

async function clickAtOnce(world: ClickedOn, staff: readonly Visitor[], number: number): Promise<string[]> {
  const action = actionIds().get("src/app/(inside)/[shop]/returns/[number]/actions.ts#decide");
  if (!action) throw new Error("The dashboard's build knows no such action");
  const times = 2 + Math.floor(Math.random() * 7);
  const values = [shop, number, {}, new Map([["act", "issue"]])];
  return Promise.all(
    Array.from({ length: times }, async (_, i) => {
      const who = staff[i % staff.length] ?? null;
      const path = `/${shop}/returns/${number}`;
      const { status, body } = await callAction(world.at.dashboard, path, who, { id: action.id, values });
      return answerIn(status, body);
    }),
  );
}

/** What the form's state became: "done", or the words of a problem. The moment it was done at differs, and may. */
function answerIn(status: number, body: string): string {
  if (/\{"done":"[\d:.TZ-]+"\}/.test(body)) return "done";
  return /"problem":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? `${status} ${body.slice(0, 200)}`;
}

/** What is known of each return at Shopify, once the worker has shown it there. */
async function aboutReturns({ sql }: ClickedOn, planted: Planted): Promise<AboutReturn[]> {
  const shown = () => sql<{ number: number; gid: string | null; order: string }[]>`
    select r.number, r.shopify_return_gid as gid, r.order_gid as order from returns r join shops s on s.id = r.shop_id
     where s.handle = ${shop}`;
  for (;;) {
    const rows = await shown();
    if (rows.length === planted.returns.length && rows.every(({ gid }) => gid))
      return rows.map(({ gid, order }) => ({ returnId: idIn(gid ?? ""), orderId: idIn(order) }));
    await sleep(500);
  }
}

function idIn(gid: string): number {
  return Number(gid.split("/").at(-1));
}

/** Every leg has ended and every letter was posted; or nothing moves any more. */
async function settled({ sql }: ClickedOn): Promise<void> {
  let last = Number.NaN;
  let since = performance.now();
  while (performance.now() - since < 60_000) {
    const [row] = await sql<{ open: number }[]>`
      select (select count(*) from issuance_legs l join shops s on s.id = l.shop_id
               where s.handle = ${shop} and l.state in ('ready', 'sending', 'unknown'))::int
           + (select count(*) from notifications n join shops s on s.id = n.shop_id
               where s.handle = ${shop} and n.state = 'queued')::int as open`;
    if (row?.open === 0) return;
    if (row && row.open !== last) since = performance.now();
    last = row?.open ?? last;
    await sleep(250);
  }
}

async function notOnce({ sql }: ClickedOn): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from returns r join shops s on s.id = r.shop_id
     where s.handle = ${shop}
       and ((select count(*) from issuances i where i.shop_id = r.shop_id and i.return_id = r.id) <> 1
         or (select count(*) from issuance_legs l where l.shop_id = r.shop_id and l.return_id = r.id) <> 2
         or (select count(*) from notifications n where n.shop_id = r.shop_id and n.return_id = r.id
              and n.template = 'store_credit_issued') <> 1)`;
  return row?.n ?? Number.NaN;
}

async function run(world: ClickedOn, file: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(repository, scenes, file), ...args], {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: world.databaseUrl, SHOPIFY_BASE_URL: world.at.sandbox },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

async function control(world: ClickedOn, path: string, body: unknown): Promise<void> {
  const sent = await fetch(`${world.at.sandbox}/control/${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  if (!sent.ok) throw new Error(`${path}: ${sent.status} ${await sent.text()}`);
}
