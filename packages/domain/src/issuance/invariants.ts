import { sql } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

export interface Broken {
  /** "I6" */
  readonly invariant: string;
  readonly says: string;
  /** The rows that break it, at most twenty: ids and figures, never a customer's data. */
  readonly rows: readonly Record<string, unknown>[];
}

/**
 * Checks what must always be true of issuing (reliability 2.12), over all shops: after every money test, and every
 * night. An empty answer is the only good one. Across shops, because it is the whole that must add up.
 */
export function brokenInvariants(tools: Tools): Promise<Broken[]> {
  return acrossAllShops(tools, async (tx) => {
    // Everything there ever was is looked at: that may take longer than anything a page asks for.
    await tx.execute(sql`select set_config('statement_timeout', ${String(tenMinutes)}, true)`);
    const broken: Broken[] = [];
    for (const { invariant, says, query } of invariants) {
      const rows = await tx.execute<Record<string, unknown>>(sql`select * from (${query}) broken limit 20`);
      if (rows.length > 0) broken.push({ invariant, says, rows: [...rows] });
    }
    return broken;
  });
}

const tenMinutes = 600_000;

/** Each query finds what breaks it, in a time that grows with the rows and no faster. */
const invariants: readonly { invariant: string; says: string; query: ReturnType<typeof sql> }[] = [
  {
    invariant: "I1",
    says: "a bonus is confirmed only beside its confirmed base, and no return is settled twice",
    query: sql`
      select b.id from issuance_legs b where b.kind = 'bonus' and b.state = 'confirmed' and not exists (
        select 1 from issuance_legs a where a.shop_id = b.shop_id and a.issuance_id = b.issuance_id and a.kind = 'base' and a.state = 'confirmed')
      union all
      select return_id from issuance_legs where kind in ('base', 'bonus')
       group by shop_id, return_id, kind, issuance_id having count(*) > 1`,
  },
  {
    invariant: "I2",
    says: "a confirmed leg names what Shopify made",
    query: sql`
      select id from issuance_legs where state = 'confirmed' and remote_transaction_gid is null and remote_refund_gid is null
      union all
      select id from issuance_legs where state = 'confirmed' and kind in ('bonus', 'reversal') and remote_transaction_gid is null`,
  },
  {
    invariant: "I3",
    says: "one leg is under way per account, and one base per order",
    query: sql`
      select lane_id as id from issuance_legs where state in ('sending', 'unknown') group by lane_id having count(*) > 1
      union all
      select min(id::text)::uuid from issuance_legs where state in ('sending', 'unknown') and kind = 'base'
       group by shop_id, order_gid having count(*) > 1`,
  },
  {
    invariant: "I4",
    says: "what Shopify made answers for one leg only",
    query: sql`
      select remote_transaction_gid as gid from issuance_legs where remote_transaction_gid is not null
       group by shop_id, remote_transaction_gid having count(*) > 1
      union all
      select remote_refund_gid from issuance_legs where remote_refund_gid is not null
       group by shop_id, remote_refund_gid having count(*) > 1`,
  },
  {
    invariant: "I5",
    says: "what was seen at Shopify for a leg is the leg's amount, and an account's ledger is its opening, ours and others'",
    query: sql`
      select l.id, l.amount_minor as ours, o.amount_minor as theirs from issuance_legs l
        join lane_observations o on o.shop_id = l.shop_id and o.lane_id = l.lane_id and o.remote_gid = l.remote_transaction_gid
       where o.amount_minor <> case l.kind when 'reversal' then -l.amount_minor else l.amount_minor end or o.currency <> l.currency
      union all
      select l.id, e.booked, null from issuance_legs l
        join (select leg_id, sum(amount_minor) as booked from ledger_entries
               where leg_id is not null and account in ('customer_credit', 'original_payment') group by leg_id) e on e.leg_id = l.id
       where abs(e.booked) <> l.amount_minor
      union all
      select a.lane_id, a.opening_minor + coalesce(b.minor, 0) + coalesce(u.minor, 0), coalesce(e.minor, 0)
        from credit_accounts a
        join credit_lanes c on c.id = a.lane_id and c.owner_gid like 'gid://shopify/Customer/%'
        left join (
          select o.lane_id, sum(case when g.id is null then o.amount_minor
                                     when g.kind = 'reversal' then -g.amount_minor else g.amount_minor end) as minor
            from lane_observations o left join issuance_legs g on g.id = o.leg_id
           where o.posted_as is not null group by o.lane_id) b on b.lane_id = a.lane_id
        left join (
          select g.lane_id, sum(case g.kind when 'reversal' then -g.amount_minor else g.amount_minor end) as minor
            from issuance_legs g
           where g.state = 'confirmed' and g.kind <> 'repayment'
             and not exists (select 1 from lane_observations o where o.lane_id = g.lane_id and o.leg_id = g.id)
           group by g.lane_id) u on u.lane_id = a.lane_id
        left join (
          select shop_id, customer_gid, currency, sum(amount_minor) as minor from ledger_entries
           where account = 'customer_credit' and cause not in ('missing_corrected', 'amount_differs_corrected')
           group by shop_id, customer_gid, currency) e
          on e.shop_id = a.shop_id and e.customer_gid = c.owner_gid and e.currency = c.currency
       where a.opening_minor + coalesce(b.minor, 0) + coalesce(u.minor, 0) <> coalesce(e.minor, 0)`,
  },
  {
    invariant: "I6",
    says: "every posting sums to zero, every confirmed leg is posted once, and nothing else is",
    query: sql`
      select posting_id as id from ledger_entries group by shop_id, posting_id
       having sum(amount_minor) <> 0 or count(distinct currency) > 1
      union all
      select l.id from issuance_legs l
        left join (select leg_id, count(distinct posting_id) as times from ledger_entries where leg_id is not null group by leg_id) e
          on e.leg_id = l.id
       where (l.state = 'confirmed') <> (coalesce(e.times, 0) = 1)`,
  },
  {
    invariant: "I7",
    says: "nothing was sent before its attempt was written",
    query: sql`
      select l.id from issuance_legs l where l.state in ('sending', 'unknown')
         and not exists (select 1 from leg_attempts a where a.leg_id = l.id)
      union all
      select l.id from issuance_legs l where l.match_quality = 'answer'
         and not exists (select 1 from leg_attempts a where a.leg_id = l.id and a.committed_at <= l.confirmed_at)`,
  },
  {
    invariant: "I8",
    says: "a leg that is settled says how, and the return shows what its legs are",
    query: sql`
      select l.id from issuance_legs l where l.state in ('human', 'rejected') and l.reason is null
      union all
      select r.id from returns r
        left join (
          select return_id, case
            when bool_or(state = 'human') then 'review'
            when bool_and(state = 'confirmed' or kind not in ('base', 'bonus')) then 'issued'
            when bool_and(state in ('confirmed', 'rejected') or kind not in ('base', 'bonus')) then 'failed'
            when bool_or(kind = 'base' and state = 'confirmed') then 'base_issued'
            else 'issuing' end as state
            from issuance_legs group by return_id) l on l.return_id = r.id
       where r.credit_state <> coalesce(l.state, 'none')
      union all
      select c.issuance_id from credits c
        left join (
          select l.issuance_id, sum(coalesce(o.amount_minor, l.amount_minor)) as given, sum(coalesce(u.used, 0)) as used
            from issuance_legs l
            left join lane_observations o on o.lane_id = l.lane_id and o.leg_id = l.id
            left join (select leg_id, sum(amount_minor) as used from credit_uses group by leg_id) u on u.leg_id = l.id
           where l.kind in ('base', 'bonus') and l.state = 'confirmed' group by l.issuance_id) g on g.issuance_id = c.issuance_id
       where (c.base_minor + c.bonus_minor, c.spent_minor + c.expired_minor + c.taken_back_minor)
          <> (coalesce(g.given, 0), coalesce(g.used, 0))
      union all
      select i.id from issuances i where i.destination = 'store_credit'
         and exists (select 1 from issuance_legs l where l.shop_id = i.shop_id and l.issuance_id = i.id and l.kind in ('base', 'bonus'))
         and not exists (select 1 from credits c where c.shop_id = i.shop_id and c.issuance_id = i.id)`,
  },
  {
    invariant: "I8",
    says: "the sums of credits are what the credits say",
    query: sql`
      select shop_id, day, currency, state from (
        select shop_id, day, currency, state, count, base_minor, bonus_minor, spent_minor, expired_minor, taken_back_minor from credit_sums
        union all
        select c.shop_id, (c.issued_at at time zone s.time_zone)::date, c.currency, c.state,
               -1, -c.base_minor, -c.bonus_minor, -c.spent_minor, -c.expired_minor, -c.taken_back_minor
          from credits c join shops s on s.id = c.shop_id) both_sides
       group by shop_id, day, currency, state
      having (sum(count), sum(base_minor), sum(bonus_minor), sum(spent_minor), sum(expired_minor), sum(taken_back_minor)) <> (0, 0, 0, 0, 0, 0)`,
  },
  {
    invariant: "I8",
    says: "the sums of what is owed are what legs gave and what was used of it",
    query: sql`
      select shop_id, month, day, currency from (
        select shop_id, month, day, currency, given_minor as given, spent_minor as spent, expired_minor as expired, taken_back_minor as taken from owed_sums
        union all
        select g.shop_id, date_trunc('month', c.issued_at at time zone s.time_zone)::date, (g.confirmed_at at time zone s.time_zone)::date, g.currency,
               -g.amount_minor, 0, 0, 0
          from issuance_legs g join credits c on c.shop_id = g.shop_id and c.issuance_id = g.issuance_id join shops s on s.id = g.shop_id
         where g.state = 'confirmed' and g.kind in ('base', 'bonus')
        union all
        select u.shop_id, date_trunc('month', c.issued_at at time zone s.time_zone)::date, (u.happened_at at time zone s.time_zone)::date, g.currency, 0,
               case u.kind when 'spent' then -u.amount_minor else 0 end, case u.kind when 'expired' then -u.amount_minor else 0 end,
               case u.kind when 'taken_back' then -u.amount_minor else 0 end
          from credit_uses u join issuance_legs g on g.shop_id = u.shop_id and g.id = u.leg_id
          join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
          join credits c on c.shop_id = g.shop_id and c.issuance_id = g.issuance_id join shops s on s.id = g.shop_id) both_sides
       group by shop_id, month, day, currency
      having (sum(given), sum(spent), sum(expired), sum(taken)) <> (0, 0, 0, 0)`,
  },
  {
    invariant: "I8",
    says: "the folded figures are what the ledger says, day by day and in all",
    query: sql`
      select shop_id, day, currency, figure from (
        select shop_id, day, currency, figure, sum, count from figure_days where figure not in ('orders/above', 'first_use/hours')
        union all
        select e.shop_id, (e.happened_at at time zone s.time_zone)::date, e.currency, e.account || '/' || e.cause, -e.amount_minor, -1
          from ledger_entries e join figure_marks m on m.shop_id = e.shop_id and e.posted_at < m.folded_to
          join shops s on s.id = e.shop_id) both_sides
       group by shop_id, day, currency, figure having (sum(sum), sum(count)) <> (0, 0)
      union all
      select shop_id, null, currency, figure from (
        select shop_id, currency, figure, sum, count from figure_totals
        union all
        select shop_id, currency, figure, -sum, -count from figure_days) both_sides
       group by shop_id, currency, figure having (sum(sum), sum(count)) <> (0, 0)`,
  },
  {
    invariant: "I9",
    says: "what is given is what was quoted, to the minor unit",
    query: sql`
      select l.id from issuance_legs l join issuances i on i.id = l.issuance_id join quotes q on q.id = i.quote_id
       where l.kind in ('base', 'bonus') and (l.currency <> q.currency
          or l.amount_minor <> case l.kind when 'base' then q.base_minor else q.bonus_minor end)`,
  },
  {
    invariant: "I9",
    says: "no more is taken back than was given, and no more paid back than was taken of the base",
    query: sql`
      select r.issuance_id as id from reversals r join issuance_legs l on l.shop_id = r.shop_id and l.issuance_id = r.issuance_id
          and l.kind = 'reversal' and l.ordinal = r.ordinal and l.state <> 'rejected'
       where r.lines <> '[]' -- a double that is taken out again was never given by anybody's decision
       group by r.shop_id, r.issuance_id having sum(l.amount_minor) > (select sum(g.amount_minor) from issuance_legs g
          where g.shop_id = r.shop_id and g.issuance_id = r.issuance_id and g.kind in ('base', 'bonus') and g.state = 'confirmed')
      union all
      select l.id from issuance_legs l join reversals r on r.shop_id = l.shop_id and r.issuance_id = l.issuance_id and r.ordinal = l.ordinal
       where (l.kind = 'repayment' and l.amount_minor > r.taken_base_minor)
          or (l.kind = 'reversal' and l.amount_minor <> r.taken_base_minor + r.taken_bonus_minor)
      union all
      select l.id from issuance_legs l where l.kind = 'repayment' and l.state in ('sending', 'unknown', 'confirmed')
         and not exists (select 1 from issuance_legs r where r.shop_id = l.shop_id and r.issuance_id = l.issuance_id and r.kind = 'reversal'
           and r.ordinal = l.ordinal and r.state = 'confirmed')`,
  },
  {
    invariant: "I10",
    says: "nothing is open past its deadline",
    query: sql`
      select id, state from issuance_legs where state in ('sending', 'unknown', 'ready')
         and deadline < clock_timestamp() - interval '15 minutes'
         and not (kind in ('bonus', 'repayment') and exists (select 1 from issuance_legs b where b.shop_id = issuance_legs.shop_id and b.issuance_id = issuance_legs.issuance_id
           and b.kind in ('base', 'reversal') and b.state in ('human', 'rejected')))`,
  },
  {
    invariant: "I11",
    says: "one letter speaks of a credit, and only when all of it is there that was not called off",
    query: sql`
      select n.return_id as id from notifications n where n.template = 'store_credit_issued'
       group by n.shop_id, n.return_id having count(*) > 1
      union all
      select n.return_id from notifications n where n.template = 'store_credit_issued' and exists (
        select 1 from issuance_legs l where l.shop_id = n.shop_id and l.return_id = n.return_id and l.kind in ('base', 'bonus')
           and l.state <> 'confirmed' and not (l.kind = 'bonus' and l.state = 'rejected'))`,
  },
  {
    invariant: "I12",
    says: "everything about a leg belongs to one shop",
    query: sql`
      select l.id from issuance_legs l
        join issuances i on i.id = l.issuance_id join credit_lanes c on c.id = l.lane_id join returns r on r.id = l.return_id
       where l.shop_id <> i.shop_id or l.shop_id <> c.shop_id or l.shop_id <> r.shop_id
      union all
      select a.leg_id from leg_attempts a join issuance_legs l on l.id = a.leg_id
       where a.shop_id <> l.shop_id or a.lane_id <> l.lane_id
      union all
      select e.leg_id from ledger_entries e join issuance_legs l on l.id = e.leg_id where e.shop_id <> l.shop_id`,
  },
];
