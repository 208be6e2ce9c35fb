import { and, eq, type SQLWrapper, sql, type Transaction, tables } from "@kept/database";
import { money } from "@kept/money";
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

/** Counted from Kept's own records, in one question: earlier returns, and bonus that was promised. */
export async function factsOnRecord(
  tx: Transaction,
  ctx: ShopContext,
  order: Order,
  policy: Policy,
): Promise<CustomerFacts> {
  const stranger = strangerFacts(order.currency);
  const { customer } = order;
  if (!customer) return stranger;
  const { before, ...sums } = await counted(tx, {
    before: returnsBefore(tx, ctx, customer.id),
    ...bonusSums(tx, ctx, order, policy),
  });
  return { ...stranger, returnsBefore: Number(before), ...bonusesIn(sums, order) };
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

type Promised = Pick<CustomerFacts, "bonusOnOrder" | "bonusInPeriod" | "shopBonusThisMonth">;

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
): Promise<Promised> {
  return bonusesIn(await counted(tx, bonusSums(tx, ctx, order, policy)), order);
}

function bonusSums(tx: Transaction, ctx: ShopContext, order: Order, policy: Policy) {
  const { perCustomer, perMonth } = policy.storeCredit.limits;
  const { currency, customer } = order;
  const { timeZone } = ctx.shop;
  const month = sql`date_trunc('month', statement_timestamp() at time zone ${timeZone}) at time zone ${timeZone}`;
  const days = perCustomer?.days ?? 0;
  const inPeriod = sql`${returns.requestedAt} > statement_timestamp() - make_interval(days => ${days})`;
  const promised = (which: ReturnType<typeof and>) => sumOfBonus(tx, ctx, currency, which);
  return {
    onOrder: promised(eq(returns.orderGid, order.id)),
    inPeriod: promised(and(eq(returns.customerGid, customer?.id ?? ""), inPeriod)),
    // All returns of a month: only counted for whoever has set a limit to them.
    inMonth: amountIn(perMonth, currency) ? promised(sql`${returns.requestedAt} >= ${month}`) : sql`(0)`,
  };
}

function bonusesIn(sums: Record<keyof ReturnType<typeof bonusSums>, string>, { currency }: Order): Promised {
  const bonus = (minor: string) => money(BigInt(minor), currency);
  return {
    bonusOnOrder: bonus(sums.onOrder),
    bonusInPeriod: bonus(sums.inPeriod),
    shopBonusThisMonth: bonus(sums.inMonth),
  };
}

/** Several counts or sums as one statement; each in digits. */
async function counted<const Name extends string>(
  tx: Transaction,
  asked: Readonly<Record<Name, SQLWrapper>>,
): Promise<Record<Name, string>> {
  const named = Object.entries<SQLWrapper>(asked).map(
    ([name, number]) => sql`${number}::text as ${sql.identifier(name)}`,
  );
  const [row] = await tx.execute<Record<Name, string>>(sql`select ${sql.join(named, sql`, `)}`);
  if (!row) throw new Error("Nothing was counted");
  return row;
}

function returnsBefore(tx: Transaction, ctx: ShopContext, customerGid: string): SQLWrapper {
  return tx
    .select({ count: sql`count(*)` })
    .from(returns)
    .where(and(eq(returns.shopId, ctx.shop.id), eq(returns.customerGid, customerGid), stands));
}

/** Neither declined nor taken back. */
const stands = sql`${returns.status} not in ('declined', 'cancelled')`;

function sumOfBonus(
  tx: Transaction,
  ctx: ShopContext,
  currency: string,
  which: ReturnType<typeof and>,
): SQLWrapper {
  return tx
    .select({ minor: sql`coalesce(sum(${returns.bonusMinor}), 0)` })
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
}
