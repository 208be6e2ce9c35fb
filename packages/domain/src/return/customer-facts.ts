import { and, eq, inOneBreath, sql, type Transaction, tables } from "@kept/database";
import { money } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import type { Policy } from "../policy/index.ts";
import { type CustomerFacts, strangerFacts } from "../quote/index.ts";
import { shopifyFacts } from "./shopify-facts.ts";

const { issuanceLegs, returns } = tables;

/** What rules ask about an order's customer, from Kept's records and, where needed, from Shopify. Throws ShopifyUnavailable. */
export async function customerFacts(ctx: ShopContext, order: Order, policy: Policy): Promise<CustomerFacts> {
  const known = await ctx.inShop((tx) => factsOnRecord(tx, ctx, order, policy));
  return { ...known, ...(await shopifyFacts(ctx, order, policy)) };
}

/**
 * Counted from Kept's own records: earlier returns, and bonus that was promised and not refused, on this order, in the
 * policy's period, and by the shop in this calendar month (the shop's).
 */
async function factsOnRecord(
  tx: Transaction,
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<CustomerFacts> {
  const stranger = strangerFacts(order.currency);
  if (!order.customer) return stranger;
  const customer = eq(returns.customerGid, order.customer.id);
  const days = policy.storeCredit.limits.perCustomer?.days ?? 0;
  const month = sql`date_trunc('month', clock_timestamp() at time zone ${ctx.shop.timeZone}) at time zone ${ctx.shop.timeZone}`;
  const inPeriod = sql`${issuanceLegs.createdAt} > clock_timestamp() - make_interval(days => ${days})`;
  const given = (which: ReturnType<typeof and>) => () => bonusGiven(tx, ctx, order.currency, which);
  const { id } = order.customer;
  const [before, bonusOnOrder, bonusInPeriod, shopBonusThisMonth] = await inOneBreath([
    () => returnsBefore(tx, ctx, id),
    given(eq(returns.orderGid, order.id)),
    given(and(customer, inPeriod)),
    given(sql`${issuanceLegs.createdAt} >= ${month}`),
  ]);
  return { ...stranger, returnsBefore: before, bonusOnOrder, bonusInPeriod, shopBonusThisMonth };
}

async function returnsBefore(tx: Transaction, ctx: ShopContext, customerGid: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(returns)
    .where(
      and(
        eq(returns.shopId, ctx.shop.id),
        eq(returns.customerGid, customerGid),
        sql`${returns.status} not in ('declined', 'cancelled')`,
      ),
    );
  return row?.count ?? 0;
}

async function bonusGiven(
  tx: Transaction,
  ctx: ShopContext,
  currency: string,
  which: ReturnType<typeof and>,
) {
  const [row] = await tx
    .select({ minor: sql<string>`coalesce(sum(${issuanceLegs.amountMinor}), 0)::text` })
    .from(issuanceLegs)
    .innerJoin(returns, and(eq(returns.shopId, issuanceLegs.shopId), eq(returns.id, issuanceLegs.returnId)))
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.kind, "bonus"),
        eq(issuanceLegs.currency, currency),
        sql`${issuanceLegs.state} <> 'rejected'`,
        which,
      ),
    );
  return money(BigInt(row?.minor ?? "0"), currency);
}
