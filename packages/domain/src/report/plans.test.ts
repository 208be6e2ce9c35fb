import { sql } from "@kept/database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWorld, shirtOrders, type TestWorld } from "../testing/index.ts";
import { plantReturns } from "../testing/plant-returns.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const planted = 8_000;

/** Very many credits, one for each planted return that chose credit. */
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1, 1) });
  const shopId = world.owner.shop.id;
  await plantReturns(world.tools, { shopId, count: planted });
  await world.tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`insert into credits (shop_id, issuance_id, return_id, customer_gid, currency, state, base_minor, bonus_minor,
        spent_minor, expired_minor, taken_back_minor, issued_at)
      select shop_id, id, id, customer_gid, currency, case when number % 3 = 0 then 'spent' else 'unspent' end, base_minor, bonus_minor,
        case when number % 3 = 0 then base_minor + bonus_minor else 0 end, 0, 0, requested_at
      from returns where resolution = 'store_credit'`);
  });
  await world.tools.database.execute(sql`analyze credits`);
});
afterAll(() => world.close());

const list = (where: string) => `
  select * from credits c join returns r on r.shop_id = c.shop_id and r.id = c.return_id
   where c.shop_id = current_setting('app.shop')::uuid ${where} order by c.issued_at desc, c.id desc limit 51`;

test.each([
  ["all", list("")],
  ["of a currency", list("and c.currency = 'EUR'")],
  ["of a state", list("and c.state = 'spent'")],
  [
    "of a span of days",
    list("and c.issued_at >= now() - interval '40 days' and c.issued_at < now() - interval '20 days'"),
  ],
  ["of a currency and a state", list("and c.currency = 'EUR' and c.state = 'spent'")],
  [
    "from a later page on",
    list(
      "and (c.issued_at, c.id) < (now() - interval '30 days', '00000000-0000-7000-8000-000000000000'::uuid)",
    ),
  ],
])("credits %s are read from an index, without sorting", async (_, query) => {
  const plan = await planOf(query);
  expect(plan).not.toMatch(/Sort(?! Key)|Seq Scan on (credits|returns)/);
});

test("customers, whoever returned last first, are read from an index, without sorting", async () => {
  const plan = await planOf(`
    select * from returns where shop_id = current_setting('app.shop')::uuid and customer_gid is not null and not exists (
      select 1 from returns later where later.shop_id = returns.shop_id and later.customer_gid = returns.customer_gid and later.id > returns.id offset 0)
     order by id desc limit 51`);
  expect(plan).not.toMatch(/Sort(?! Key)|Seq Scan on returns/);
});

async function planOf(query: string): Promise<string> {
  const rows = await world.owner.inShop((tx) =>
    tx.execute<{ "QUERY PLAN": string }>(sql.raw(`explain ${query}`)),
  );
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
