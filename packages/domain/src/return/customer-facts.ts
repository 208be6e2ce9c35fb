import { and, eq, inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { money } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { amountIn } from "../policy/amounts.ts";
import type { Policy } from "../policy/index.ts";
import { type CustomerFacts, strangerFacts } from "../quote/index.ts";
import { shopifyFacts } from "./shopify-facts.ts";

const { returns } = tables;

/** What rules ask about an order's customer, from Kept's records and, where needed, from Shopify. Throws ShopifyUnavailable. */
export async function customerFacts(ctx: ShopContext, order: Order, policy: Policy): Promise<CustomerFacts> {
  const known = await ctx.inShop((tx) => factsOnRecord(tx, ctx, order, policy));
  return { ...known, ...(await shopifyFacts(ctx, order, policy)) };
}

/**
 * Counted from Kept's own records: earlier returns, and bonus that was promised and not refused, on this order, in the
 * policy's period, and by the shop in this calendar month (the shop's). A promise counts from its request on, whether it
 * was issued or not: what is asked for before anybody pays would pass every limit otherwise.
 */
async function factsOnRecord(
  tx: Transaction,
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<CustomerFacts> {
  const stranger = strangerFacts(order.currency);
  if (!order.customer) return stranger;
  const { perCustomer, perMonth } = policy.storeCredit.limits;
  const customer = eq(returns.customerGid, order.customer.id);
  const month = sql`date_trunc('month', statement_timestamp() at time zone ${ctx.shop.timeZone}) at time zone ${ctx.shop.timeZone}`;
  const inPeriod = sql`${returns.requestedAt} > statement_timestamp() - make_interval(days => ${perCustomer?.days ?? 0})`;
  const promised = (which: ReturnType<typeof and>) => () => bonusPromised(tx, ctx, order.currency, which);
  const inMonth = promised(sql`${returns.requestedAt} >= ${month}`);
  const { id } = order.customer;
  const [before, bonusOnOrder, bonusInPeriod, shopBonusThisMonth] = await inOneBreath([
    () => returnsBefore(tx, ctx, id),
    promised(eq(returns.orderGid, order.id)),
    promised(and(customer, inPeriod)),
    // All returns of a month: only counted for whoever has set a limit to them.
    amountIn(perMonth, order.currency) ? inMonth : async () => stranger.shopBonusThisMonth,
  ]);
  return { ...stranger, returnsBefore: before, bonusOnOrder, bonusInPeriod, shopBonusThisMonth };
}

async function returnsBefore(tx: Transaction, ctx: ShopContext, customerGid: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.customerGid, customerGid), stands));
  return row?.count ?? 0;
}

/** Neither declined nor taken back. */
const stands = sql`${returns.status} not in ('declined', 'cancelled')`;

async function bonusPromised(
  tx: Transaction,
  ctx: ShopContext,
  currency: string,
  which: ReturnType<typeof and>,
) {
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
