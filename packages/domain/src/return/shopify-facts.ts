import { and, eq, type Transaction, tables } from "@kept/database";
import { type Money, min, money, sum, zero } from "@kept/money";
import { type Order, readCreditAccount, readSegmentMembership } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { namedSegments, type Policy } from "../policy/index.ts";
import type { CustomerFacts } from "../quote/index.ts";
import { bonusSpentOn } from "./bonus-spent.ts";

/** What only Shopify knows of a customer; read when a rule asks for it, or credit was spent, and only then. */
export async function shopifyFacts(
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<Pick<CustomerFacts, "segments" | "paidWithBonus">> {
  const [segments, paidWithBonus] = await Promise.all([
    segmentsOf(ctx, order, namedSegments(policy)),
    paidWithBonusOn(ctx, order),
  ]);
  return { segments, paidWithBonus };
}

async function segmentsOf(
  ctx: ShopContext,
  { customer }: Order,
  segmentIds: readonly string[],
): Promise<string[]> {
  if (!customer || segmentIds.length === 0) return [];
  return readSegmentMembership(await ctx.admin(), { customerId: customer.id, segmentIds });
}

/**
 * Which part of the store credit an order was paid with had been bonus, from the account's own history. Of an account
 * with more history than can be read nothing is taken away from the customer: what cannot be shown is not claimed.
 */
async function paidWithBonusOn(ctx: ShopContext, order: Order): Promise<Money> {
  const { currency, customer } = order;
  const credit = order.payments.filter(({ kind }) => kind === "store_credit").map(({ amount }) => amount);
  const paid = sum(credit, currency);
  if (!customer || paid.minor === 0n) return zero(currency);
  const bonus = await ctx.inShop((tx) => bonusesOf(tx, ctx, customer.id, currency));
  if (bonus.size === 0) return zero(currency);
  const account = await readCreditAccount(await ctx.admin(), {
    customerId: customer.id,
    currency,
    since: new Date(0),
  });
  if (!account.complete) return zero(currency);
  return min(paid, money(bonusSpentOn(order.id, account.transactions, bonus), currency));
}

/** The credits that were bonuses of ours, by their ids at Shopify. */
async function bonusesOf(
  tx: Transaction,
  ctx: ShopContext,
  customerGid: string,
  currency: string,
): Promise<Set<string>> {
  const { creditLanes, issuanceLegs } = tables;
  const rows = await tx
    .select({ gid: issuanceLegs.remoteTransactionGid })
    .from(issuanceLegs)
    .innerJoin(
      creditLanes,
      and(eq(creditLanes.shopId, issuanceLegs.shopId), eq(creditLanes.id, issuanceLegs.laneId)),
    )
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.kind, "bonus"),
        eq(issuanceLegs.state, "confirmed"),
        eq(creditLanes.ownerGid, customerGid),
        eq(creditLanes.currency, currency),
      ),
    );
  return new Set(rows.flatMap(({ gid }) => (gid ? [gid] : [])));
}
