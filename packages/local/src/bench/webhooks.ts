import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { webhook } from "../clicks/webhooks.ts";
import { oneMore } from "../stack/one-more.ts";
import { serveHooksBarely } from "./bare-hooks.ts";
import { load, type Measured, percentile } from "./load.ts";
import { type Throwaway, withThrowawayStack } from "./throwaway.ts";

export interface HookWishes {
  readonly perSecond: number;
  readonly seconds: number;
}

const goalMs = 500;

/**
 * Shopify tells of this and that so many times a second while no worker runs: how long it waits for an answer, beside a bare
 * server that keeps the same two rows, and whether everything it was thanked for is there. Then a worker is started: how
 * long until all of it was looked into. True when the goals were met.
 */
export function benchWebhooks(wishes: HookWishes): Promise<boolean> {
  return withThrowawayStack(
    async (stack) => {
      const sql = postgres(stack.databaseUrl, { max: 2, onnotice: () => {} });
      const bare = await serveHooksBarely(stack.databaseUrl);
      try {
        const told = await tell(stack, sql, bare.origin, wishes);
        return (await workedOff(stack, sql)) && told;
      } finally {
        await bare.close();
        await sql.end({ timeout: 2 });
      }
    },
    { idle: true },
  );
}

/** One in five is about an order somebody sends something back of, the others about the shop's other orders. */
async function tell(
  { at }: Throwaway,
  sql: postgres.Sql,
  bare: string,
  { perSecond, seconds }: HookWishes,
): Promise<boolean> {
  const returned = await sql<{ shop: string; order: string }[]>`
    select s.handle as shop, r.order_gid as order from returns r join shops s on s.id = r.shop_id order by 1, 2`;
  let sent = 0;
  const thanked: string[] = [];
  const sendTo = (origin: string) => async () => {
    const about = returned[sent % returned.length];
    sent += 1;
    const id = sent % 5 === 0 ? Number(about?.order.split("/").at(-1)) : 7_000_000_000 + sent;
    const telling = webhook(about?.shop ?? "", "orders/updated", orderOf(id));
    const answer = await fetch(origin, { method: "POST", ...telling });
    await answer.arrayBuffer();
    if (answer.status === 200) thanked.push(telling.headers["x-shopify-webhook-id"] ?? "");
    return answer.status === 200;
  };
  const door = `${at.dashboard}/shopify/webhooks`;
  // Both have answered before it counts: a program that has just started compiles while it answers.
  for (const origin of [bare, door]) await load(sendTo(origin), { perSecond: perSecond / 3, seconds: 6 });
  const floor = await load(sendTo(bare), { perSecond, seconds: Math.min(seconds, 20) });
  thanked.length = 0;
  const measured = await load(sendTo(door), { perSecond, seconds });
  const kept = await keptOf(sql, thanked);
  const lost = perSecond * seconds - kept;
  for (const percent of [50, 99])
    print({ case: `${perSecond} a second for ${seconds} s`, ...compared(measured, floor, percent) });
  print({ case: "not answered, or not kept", value: lost, unit: "webhooks", goal: 0 });
  return percentile(measured, 99) < goalMs && lost === 0 && measured.failed === 0;
}

function compared(measured: Measured, bare: Measured, percent: number) {
  const [value, floor] = [percentile(measured, percent), percentile(bare, percent)];
  const goal = percent === 99 ? { goal: `< ${goalMs}` } : {};
  return { value, unit: `ms p${percent}`, floor, ratio: Math.round((value / floor) * 100) / 100, ...goal };
}

/** How many of these are in the database. */
async function keptOf(sql: postgres.Sql, ids: readonly string[]): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from webhook_events where webhook_id = any(${[...ids]})`;
  return row?.n ?? 0;
}

/** Starts a worker. True when everything told was looked into. */
async function workedOff(stack: Throwaway, sql: postgres.Sql): Promise<boolean> {
  const open = async () => {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from webhook_events where processed_at is null`;
    return row?.n ?? Number.NaN;
  };
  const before = await open();
  await oneMore("worker", stack);
  const since = performance.now();
  let left = before;
  for (let moved = since; left > 0 && performance.now() - moved < 60_000; ) {
    await sleep(250);
    const now = await open();
    if (now < left) moved = performance.now();
    left = now;
  }
  const seconds = (performance.now() - since) / 1000;
  const worked = before - left;
  print({ case: `${before} that waited, worked off`, value: Math.round(seconds), unit: "s" });
  print({ case: "worked off", value: Math.round(worked / seconds), unit: "webhooks/s" });
  print({ case: "never looked into", value: left, unit: "webhooks", goal: 0 });
  return left === 0;
}

/** An order as Shopify tells of it: most of what comes is what nobody asked for. */
function orderOf(id: number): object {
  const money = { shop_money: { amount: "40.00", currency_code: "USD" } };
  const line = {
    title: "Linen shirt",
    quantity: 2,
    price: "20.00",
    price_set: money,
    total_discount_set: money,
    tax_lines: [{ title: "VAT", rate: 0.19, price: "3.19", price_set: money }],
    properties: [],
    fulfillment_status: "fulfilled",
    requires_shipping: true,
    vendor: "Bloom & Thread",
  };
  const address = {
    first_name: "Ada",
    last_name: "Lovelace",
    address1: "1 St James's Square",
    zip: "SW1Y 4LE",
  };
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    line_items: Array.from({ length: 12 }, (_, nth) => ({ id: id * 100 + nth, ...line })),
    shipping_address: address,
    billing_address: address,
  };
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "webhooks", ...figures })}\n`);
}
