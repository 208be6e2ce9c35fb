import { and, eq, inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { type Money, money, zero } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { amountIn } from "../policy/amounts.ts";
import type { Policy } from "../policy/index.ts";
import { type CustomerFacts, strangerFacts } from "../quote/index.ts";
import { type QuoteFacts, quoteFactsFromJson } from "./quote-facts.ts";
import type { ReturnRecord } from "./return.ts";
import { shopifyFacts } from "./shopify-facts.ts";

const { returns } = tables;

/** What rules ask about an order's customer, from Kept's records and, where needed, from Shopify. Throws ShopifyUnavailable. */
export async function customerFacts(ctx: ShopContext, order: Order, policy: Policy): Promise<CustomerFacts> {
  const known = await ctx.inShop((tx) => factsOnRecord(tx, ctx, order, policy));
  return { ...known, ...(await shopifyFacts(ctx, order, policy)) };
}

/** Counted from Kept's own records: earlier returns, and bonus that was promised. */
async function factsOnRecord(
  tx: Transaction,
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<CustomerFacts> {
  const stranger = strangerFacts(order.currency);
  const { customer } = order;
  if (!customer) return stranger;
  const [before, promised] = await inOneBreath([
    () => returnsBefore(tx, ctx, customer.id),
    () => bonusPromised(tx, ctx, order, policy),
  ]);
  return { ...stranger, returnsBefore: before, ...promised };
}

/** Whoever promises bonus at a shop takes their turn here, so that each counts what those before were promised. */
export async function promiseInTurn(tx: Transaction, ctx: ShopContext): Promise<void> {
  const { shops } = tables;
  await tx.select({ id: shops.id }).from(shops).where(eq(shops.id, ctx.shop.id)).for("no key update");
}

/**
 * The facts a return was quoted from, with the bonus that was promised since: for one that was to be paid back, and is
 * credited after all. Other returns may have had what was left of a limit meanwhile.
 */
export async function factsForCredit(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "quoteFacts">,
  policy: Policy,
): Promise<QuoteFacts> {
  const { order, customer } = quoteFactsFromJson(record.quoteFacts);
  return { order, customer: { ...customer, ...(await bonusPromised(tx, ctx, order, policy)) } };
}

/**
 * Bonus that was promised and not refused: on this order, to its customer in the policy's period, and by the shop in
 * this calendar month (the shop's). A promise counts from its request on, whether it was issued or not: what is asked
 * for before anybody pays would pass every limit otherwise.
 */
export async function bonusPromised(
  tx: Transaction,
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<Pick<CustomerFacts, "bonusOnOrder" | "bonusInPeriod" | "shopBonusThisMonth">> {
  const { perCustomer, perMonth } = policy.storeCredit.limits;
  const { currency, customer } = order;
  const { timeZone } = ctx.shop;
  const month = sql`date_trunc('month', statement_timestamp() at time zone ${timeZone}) at time zone ${timeZone}`;
  const days = perCustomer?.days ?? 0;
  const inPeriod = sql`${returns.requestedAt} > statement_timestamp() - make_interval(days => ${days})`;
  const promised = (which: ReturnType<typeof and>) => () => sumOfBonus(tx, ctx, currency, which);
  const inMonth = promised(sql`${returns.requestedAt} >= ${month}`);
  const [bonusOnOrder, bonusInPeriod, shopBonusThisMonth] = await inOneBreath([
    promised(eq(returns.orderGid, order.id)),
    promised(and(eq(returns.customerGid, customer?.id ?? ""), inPeriod)),
    // All returns of a month: only counted for whoever has set a limit to them.
    amountIn(perMonth, currency) ? inMonth : async () => zero(currency),
  ]);
  return { bonusOnOrder, bonusInPeriod, shopBonusThisMonth };
}

/** Returns a customer made at the shop that were neither declined nor taken back. */
export async function returnsBefore(tx: Transaction, ctx: ShopContext, customerGid: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.customerGid, customerGid), stands));
  return row?.count ?? 0;
}

/** Neither declined nor taken back. */
const stands = sql`${returns.status} not in ('declined', 'cancelled')`;

async function sumOfBonus(
  tx: Transaction,
  ctx: ShopContext,
  currency: string,
  which: ReturnType<typeof and>,
): Promise<Money> {
  const [row] = await tx
    .select({ minor: sql<string>`coalesce(sum(${returns.bonusMinor}), 0)::text` })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        eq(returns.currency, currency),
        // "failed": somebody called it off, or Shopify refused it.
        sql`${returns.bonusMinor} > 0 and ${returns.creditState} <> 'failed'`,
        stands,
        which,
      ),
    );
  return money(BigInt(row?.minor ?? "0"), currency);
}
