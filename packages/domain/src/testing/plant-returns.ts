import { sql } from "@kept/database";
import type { Tools } from "../tools.ts";

/**
 * Very many returns in one shop, written straight into the tables: for plans and measurements, which need rows and not
 * their stories. An hour apart, or closer, so that all are of two years; the newest an hour old. Stages, amounts and
 * resolutions come in a fixed mixture: one in eight waits for a decision, one in eight to be issued, one in two hundred
 * for a second look, the rest is done.
 */
export async function plantReturns(tools: Tools, input: { shopId: string; count: number }): Promise<void> {
  const { shopId } = input;
  const part = 20_000;
  for (let first = 1; first <= input.count; first += part)
    await plant(tools, shopId, first, Math.min(first + part - 1, input.count), input.count);
  await tools.database.execute(sql`analyze returns, return_lines, return_words`);
}

async function plant(tools: Tools, shopId: string, first: number, last: number, count: number) {
  await tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`
      insert into returns (id, shop_id, number, key, order_gid, order_name, customer_gid, customer_name, customer_email,
        locale, currency, status, credit_state, resolution, quote_id, base_minor, bonus_minor, policy_version, quote_facts, requested_at, updated_at)
      select uuidv7(age), ${shopId}, 1000 + n, 'planted-' || n, 'gid://shopify/Order/' || n, '#' || (9000 + n),
        'gid://shopify/Customer/' || (n % 5000), names[1 + n % 6] || ' ' || surnames[1 + n % 7], 'customer' || n || '@example.com',
        'en', case when n % 5 = 0 then 'EUR' else 'USD' end,
        case when n % 8 = 0 then 'requested' when n % 8 = 1 then (array['approved','in_transit','received','inspected'])[1 + (n / 8) % 4]
          when n % 50 = 2 then 'declined' else 'resolved' end,
        case when n % 8 = 0 or n % 8 = 1 or n % 50 = 2 then 'none' when n % 200 = 3 then 'review' else 'issued' end,
        case when n % 3 = 0 then 'original_payment' else 'store_credit' end,
        uuidv7(), 1000 + (n::bigint * 7919) % 25000, case when n % 3 = 0 then 0 else 100 + (n * 31) % 2500 end, 1, '{}',
        clock_timestamp() + age, clock_timestamp() + age
      from generate_series(${first}::int, ${last}::int) n,
        lateral (select make_interval(mins => (n - ${count}::int) * least(60, ${2 * 365 * 24 * 60} / ${count}::int) - 60) age) at,
        (select array['Ada','Grace','Maya','Zora','Rachel','Katherine'] names, array['Lovelace','Hopper','Angelou','Hurston','Carson','Johnson','Planted'] surnames) people`);
    await tx.execute(sql`
      insert into return_lines (shop_id, return_id, position, line_item_gid, fulfillment_line_item_gid, title, variant_title, quantity, reason)
      select shop_id, id, p, 'gid://shopify/LineItem/' || number || '-' || p, 'gid://shopify/FulfillmentLineItem/' || number || '-' || p,
        (array['Linen shirt','Wool jumper','Canvas tote','Rain jacket','Silk scarf'])[1 + (number + p) % 5], 'M / Sand', 1, 'too_small'
      from returns, generate_series(0, number % 2) p
      where shop_id = ${shopId} and number between ${1000 + first} and ${1000 + last}`);
  });
}
