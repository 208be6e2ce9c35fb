import { inArray, sql, type Transaction, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Shop, workerContext } from "../shop/index.ts";
import { addShop, openWorld, type TestWorld } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { creditsAmong } from "./credits-among.ts";
import { creditInLedger, foldFigures } from "./fold-figures.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
let shops: readonly Pick<Shop, "id">[];

/** Two shops a day apart, so that a month begins at another moment in each. */
beforeAll(async () => {
  world = await openWorld({ orders: [] });
  const organizationId = world.owner.organization.id;
  shops = [world.owner.shop, await addShop(world, { organizationId, suffix: "east", currency: "EUR" })];
  await acrossAllShops(world.tools, async (tx) => {
    for (const [i, zone] of ["Pacific/Pago_Pago", "Pacific/Kiritimati"].entries())
      await tx.execute(sql`update shops set time_zone = ${zone} where id = ${shops[i]?.id}`);
  });
});
afterAll(() => world.close({ rows: "planted" }));

test("what all shops gave this month and owe is their ledgers' sum, however much of it is folded", async () => {
  await post("1 hour");
  await expectPlainSums();
  await fold();
  await expectPlainSums();
  await post("1 second"); // too new to be folded
  await expectPlainSums();
  await fold();
  await expectPlainSums();
});

async function fold() {
  for (const { id } of shops) {
    const ctx = await workerContext(world.tools, id);
    if (ctx) await foldFigures(ctx);
  }
}

/** In three currencies: given, spent and taken back before, at and after the moment at which the shop's month begins. */
async function post(ago: string): Promise<void> {
  await acrossAllShops(world.tools, (tx) =>
    tx.execute(sql`
      insert into ledger_entries (shop_id, posting_id, account, amount_minor, currency, remote_gid, cause, actor, happened_at, posted_at)
      select shops.id, m.id, account, sign * m.minor, m.currency, m.id::text, m.cause, 'test', m.at, now() - ${ago}::interval
        from shops cross join lateral (
          select uuidv7() as id, currency, cause, 100 + row_number() over () as minor,
                 date_trunc('month', now() at time zone shops.time_zone) at time zone shops.time_zone + since as at
            from unnest(array['USD', 'EUR', 'JPY']) currency, unnest(array['base', 'bonus', 'spent', 'reversal']) cause,
                 unnest(array[interval '-40 days', '-1 microsecond', '0', '1 microsecond']) since
        ) m cross join lateral (values
          ('customer_credit', case when m.cause in ('base', 'bonus') then 3 else -1 end),
          ('refunds', case when m.cause in ('base', 'bonus') then -3 else 1 end)) entry (account, sign)
       where ${ours()}`),
  );
}

async function expectPlainSums(): Promise<void> {
  const { read, plain } = await acrossAllShops(world.tools, async (tx) => ({
    read: await creditsAmong(tx, ours()),
    plain: await plainSums(tx),
  }));
  expect(plain).toHaveLength(6);
  expect(plain.every(({ issued, unspent }) => issued > 0n && unspent > issued)).toBe(true);
  expect(read).toEqual(plain);
  for (const { id } of shops) {
    const ctx = await workerContext(world.tools, id);
    const held = await ctx?.inShop((tx) => creditInLedger(tx, ctx));
    const own = plain.filter(({ shopId }) => shopId === id);
    expect(held).toEqual(new Map(own.map(({ currency, unspent }) => [currency, unspent])));
  }
}

/** Every entry there is, added up by the moment it happened. */
async function plainSums(tx: Transaction) {
  const rows = await tx.execute<Record<"shop_id" | "currency" | "issued" | "unspent", string>>(sql`
    select e.shop_id, e.currency, sum(e.amount_minor)::text as unspent,
           sum(e.amount_minor) filter (where e.cause in ('base', 'bonus')
             and e.happened_at >= date_trunc('month', now() at time zone shops.time_zone) at time zone shops.time_zone)::text as issued
      from ledger_entries e join shops on shops.id = e.shop_id
     where e.account = 'customer_credit' and ${ours()} group by 1, 2 order by 1, 2`);
  return [...rows].map(({ shop_id: shopId, currency, issued, unspent }) => ({
    shopId,
    currency,
    issued: BigInt(issued),
    unspent: BigInt(unspent),
  }));
}

function ours() {
  return inArray(
    tables.shops.id,
    shops.map(({ id }) => id),
  );
}
