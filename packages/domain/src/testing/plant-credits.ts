import { eq, sql, tables } from "@kept/database";
import type { Tools } from "../tools.ts";

const { figureDays, figureMarks, figureTotals } = tables;

/**
 * A credit for every planted return that was issued one, with its legs and its entries in the ledger, written straight
 * into the tables, with their sums of days: for plans and measurements. A third is spent whole on the day after it was
 * given.
 */
export async function plantCredits(tools: Tools, { shopId }: { shopId: string }): Promise<void> {
  await tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local session_replication_role = replica`); // rows without their stories
    await tx.execute(sql`create temporary table given on commit drop as
      select id, shop_id, number, customer_gid, order_gid, currency, base_minor, bonus_minor, base_minor + bonus_minor as total_minor,
        requested_at as at, number % 3 = 2 as spent from returns
       where shop_id = ${shopId} and resolution = 'store_credit' and credit_state = 'issued'`);
    await tx.execute(sql`
      insert into credits (shop_id, issuance_id, return_id, customer_gid, currency, state, base_minor, bonus_minor, spent_minor,
        expired_minor, taken_back_minor, issued_at, first_spent_at, first_spent_seen_at)
      select shop_id, id, id, customer_gid, currency, case when spent then 'spent' else 'unspent' end, base_minor, bonus_minor,
        case when spent then total_minor else 0 end, 0, 0, at, case when spent then at + interval '1 day' end,
        case when spent then at + interval '1 day' end from given`);
    await tx.execute(sql`
      insert into credit_sums (shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor)
      select c.shop_id, (c.issued_at at time zone s.time_zone)::date, c.currency, c.state, count(*), sum(c.base_minor), sum(c.bonus_minor),
             sum(c.spent_minor), sum(c.expired_minor), sum(c.taken_back_minor)
        from credits c join shops s on s.id = c.shop_id join given g on g.shop_id = c.shop_id and g.id = c.issuance_id group by 1, 2, 3, 4`);
    await tx.execute(sql`
      insert into issuances (id, shop_id, return_id, quote_id, destination, actor, created_at)
      select id, shop_id, id, id, 'store_credit', '{}', at from given`);
    await tx.execute(sql`
      insert into issuance_legs (id, shop_id, issuance_id, return_id, kind, method, lane_id, order_gid, amount_minor, currency,
        request, request_hash, state, deadline, match_quality, confirmed_at, remote_transaction_gid)
      select uuidv7(), shop_id, id, id, kind, case when kind = 'base' then 'return_process' else 'credit_account' end,
        md5(customer_gid || currency)::uuid, order_gid, case when kind = 'base' then base_minor else bonus_minor end, currency,
        '{}', '', 'confirmed', at, 'answer', at, 'planted/' || kind || '/' || number
      from given, unnest(array['base', 'bonus']) kind`);
    await tx.execute(sql`
      insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
      select g.shop_id, date_trunc('month', g.at at time zone s.time_zone)::date, (moved.at at time zone s.time_zone)::date, g.currency,
             sum(moved.given), sum(moved.spent), 0, 0
        from given g join shops s on s.id = g.shop_id, lateral (values
          (g.at, g.total_minor, 0), (g.at + interval '1 day', 0, case when g.spent then g.total_minor else 0 end)
        ) moved (at, given, spent) group by 1, 2, 3, 4`);
    await tx.execute(sql`
      insert into lane_observations (shop_id, lane_id, remote_gid, kind, event, amount_minor, balance_after_minor, currency, leg_id, posted_as, happened_at)
      select shop_id, lane_id, remote_transaction_gid, 'credit', 'planted', amount_minor, amount_minor, currency, id, kind, confirmed_at
        from issuance_legs where shop_id = ${shopId} and remote_transaction_gid like 'planted/%'`);
    await tx.execute(sql`
      insert into credit_uses (shop_id, lane_id, credit_gid, movement_gid, leg_id, kind, amount_minor, happened_at)
      select l.shop_id, l.lane_id, l.remote_transaction_gid, 'planted/spent/' || g.number, l.id, 'spent', l.amount_minor, l.confirmed_at + interval '1 day'
        from issuance_legs l join given g on g.id = l.issuance_id where g.spent`);
    await tx.execute(sql`
      insert into ledger_entries (shop_id, posting_id, account, amount_minor, currency, customer_gid, return_id, remote_gid, cause, actor, happened_at, posted_at)
      select shop_id, id, account, minor, currency, customer_gid, id, 'planted/' || cause || '/' || number, cause, 'planted', moved, moved
        from given, lateral (values
          ('customer_credit', base_minor, 'base', at), ('refunds', -base_minor, 'base', at),
          ('customer_credit', bonus_minor, 'bonus', at), ('bonus_cost', -bonus_minor, 'bonus', at),
          ('redemptions', total_minor, 'spent', at + interval '1 day'), ('customer_credit', -total_minor, 'spent', at + interval '1 day')
        ) entry (account, minor, cause, moved) where cause <> 'spent' or spent`);
    // What is planted was posted long ago: whatever was folded before does not hold it, and is folded anew.
    for (const folded of [figureDays, figureTotals, figureMarks])
      await tx.delete(folded).where(eq(folded.shopId, shopId));
  });
  await tools.database.execute(
    sql`analyze credits, credit_sums, owed_sums, issuances, issuance_legs, lane_observations, credit_uses, ledger_entries`,
  );
}
