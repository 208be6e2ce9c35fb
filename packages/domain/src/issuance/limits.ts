import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { fromDecimal, type Money } from "@kept/money";
import { z } from "zod";
import type { ShopContext } from "../context.ts";
import { amountOf, gives, type LegRow } from "./issuance.ts";

const amount = z.string().regex(/^\d+(\.\d+)?$/);
const perCurrency = z.object({
  perReturn: amount.optional(),
  perCustomerDay: amount.optional(),
  perShopDay: amount.optional(),
  /** Above it, issuing takes two people, and so does sending again. */
  secondPersonAbove: amount.optional(),
});
export const limitKinds = ["perReturn", "perCustomerDay", "perShopDay", "secondPersonAbove"] as const;

/**
 * How much may leave a shop without a person, as decimal amounts per currency: { "USD": { "perReturn": "500.00" } }.
 * What is not set is not limited; what cannot be read limits everything to nothing, because a limit that fails must
 * fail closed.
 */
export const shopLimits = z.record(z.string(), perCurrency);
export type ShopLimits = z.output<typeof shopLimits>;

export type Limit = "limit_unreadable" | "limit_per_return" | "limit_per_customer_day" | "limit_per_shop_day";

/**
 * The limit this leg would break if it were sent now, or null. Counted in the transaction that decides to send. Limits
 * are about giving: taking back, and returning what was taken back, give nothing more.
 */
export async function brokenLimit(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  limits: Awaited<ReturnType<typeof limitsOf>>,
): Promise<Limit | null> {
  if (!gives(leg)) return null;
  if (limits === "unreadable") return "limit_unreadable";
  const { issuanceLegs } = tables;
  const over = async (limit: string | undefined, which: ReturnType<typeof and>) =>
    limit !== undefined &&
    (await given(tx, ctx, leg, which)) + leg.amountMinor > fromDecimal(limit, leg.currency).minor;
  if (await over(limits.perReturn, eq(issuanceLegs.returnId, leg.returnId))) return "limit_per_return";
  const sameAccount = and(eq(issuanceLegs.laneId, leg.laneId), lastDay);
  if (await over(limits.perCustomerDay, sameAccount)) return "limit_per_customer_day";
  if (limits.perShopDay === undefined) return null;
  // Accounts of one shop are paid side by side: whoever counts waits for those who counted just before.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.shop.id}, 20261129))`);
  return (await over(limits.perShopDay, lastDay)) ? "limit_per_shop_day" : null;
}

/** Does sending this leg again take a second person? */
export function needsSecondPerson(tx: Transaction, ctx: ShopContext, leg: LegRow): Promise<boolean> {
  return aboveSecondPersonLimit(tx, ctx, amountOf(leg));
}

/** Is this more than one person may send? Limits that cannot be read say yes. */
export async function aboveSecondPersonLimit(
  tx: Transaction,
  ctx: ShopContext,
  amount: Money,
): Promise<boolean> {
  const limits = await limitsOf(tx, ctx, amount.currency);
  if (limits === "unreadable") return true;
  const { secondPersonAbove } = limits;
  return (
    secondPersonAbove !== undefined && amount.minor > fromDecimal(secondPersonAbove, amount.currency).minor
  );
}

/** What has left or may have left: everything that was ever sent and not proved absent. */
async function given(
  tx: Transaction,
  ctx: ShopContext,
  leg: LegRow,
  which: ReturnType<typeof and>,
): Promise<bigint> {
  const { issuanceLegs } = tables;
  const [row] = await tx
    .select({ minor: sql<string>`coalesce(sum(${issuanceLegs.amountMinor}), 0)::text` })
    .from(issuanceLegs)
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.currency, leg.currency),
        sql`${issuanceLegs.id} <> ${leg.id} and ${issuanceLegs.kind} in ('base', 'bonus')`,
        sql`${issuanceLegs.state} in ('sending', 'unknown', 'confirmed')`,
        which,
      ),
    );
  return BigInt(row?.minor ?? "0");
}

const lastDay = sql`exists (select 1 from leg_attempts a where a.shop_id = ${tables.issuanceLegs.shopId}
  and a.leg_id = ${tables.issuanceLegs.id} and a.committed_at > statement_timestamp() - interval '1 day')`;

/** A shop's limits in one currency. */
export async function limitsOf(tx: Transaction, ctx: ShopContext, currency: string) {
  const [row] = await tx
    .select({ limits: tables.shops.limits })
    .from(tables.shops)
    .where(eq(tables.shops.id, ctx.shop.id));
  const read = shopLimits.safeParse(row?.limits);
  return read.success ? (read.data[currency] ?? {}) : "unreadable";
}
