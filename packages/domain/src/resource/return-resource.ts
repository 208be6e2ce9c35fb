import { and, eq, type Transaction, tables } from "@kept/database";
import { add, type Money, negate, zero } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { amountOf, gives, type LegRow } from "../issuance/issuance.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import type { Quote } from "../quote/index.ts";
import { linesOf, quoteById } from "../return/records.ts";
import { type ReturnRecord, returnName } from "../return/return.ts";
import {
  type AmountsResource,
  type CreditResource,
  type ReturnResource,
  returnResource,
  wire,
} from "./resource.ts";

/**
 * A return as it leaves the house: the sum of the quote in force, part by part, and both legs of the money. It names
 * no person but by Shopify's id. Throws when something does not add up or does not have the published form.
 */
export async function returnResourceOf(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
): Promise<ReturnResource> {
  const lines = await linesOf(tx, ctx, record.id);
  const quote = await quoteById(tx, ctx, record.quoteId);
  return returnResource.parse({
    id: record.id,
    number: returnName(record.number),
    orderId: record.orderGid,
    orderName: record.orderName,
    customerId: record.customerGid,
    status: record.status,
    creditState: record.creditState,
    resolution: record.resolution,
    currency: record.currency,
    policyVersion: record.policyVersion,
    requestedAt: record.requestedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    lines: lines.map(({ id, lineItemGid, title, sku, quantity, accepted, reason, declineReason }) => ({
      id,
      lineItemId: lineItemGid,
      title,
      sku,
      quantity,
      accepted,
      reason,
      declineReason,
    })),
    amounts: amountsOf(quote),
    credit: await creditResourceOf(tx, ctx, record),
  });
}

/** Null when nothing was issued. */
export async function creditResourceOf(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "id" | "currency">,
): Promise<CreditResource | null> {
  const { issuances } = tables;
  const [issuance] = await tx
    .select({ destination: issuances.destination })
    .from(issuances)
    .where(and(eq(issuances.shopId, ctx.shop.id), eq(issuances.returnId, record.id)));
  if (!issuance) return null;
  const legs = await legsOfReturn(tx, ctx, record.id);
  const confirmed = legs.filter(({ state }) => state === "confirmed");
  const sumOf = (which: (leg: LegRow) => boolean) =>
    confirmed.filter(which).reduce((sum, leg) => add(sum, amountOf(leg)), zero(record.currency));
  const takenBack = sumOf(({ kind }) => kind === "reversal");
  const repaid = sumOf(({ kind }) => kind === "repayment");
  return {
    destination: issuance.destination,
    issued: wire(sumOf(gives)),
    reversed: wire(add(takenBack, negate(repaid))),
    legs: legs.map((leg) => ({
      kind: leg.kind,
      amount: wire(amountOf(leg)),
      state: leg.state,
      transactionId: leg.remoteTransactionGid,
      refundId: leg.remoteRefundGid,
      expiresOn: leg.expiresOn,
      confirmedAt: leg.confirmedAt?.toISOString() ?? null,
    })),
  };
}

/** The quote's sum by its parts; a sum that does not add up never leaves. */
export function amountsOf({ totals, rows, taxesIncluded }: Quote): AmountsResource {
  const { items, tax, duties, shipping, fees, cap, base, bonus, total } = totals;
  const feeRows = rows.filter(({ group, included }) => group === "fees" && !included);
  const parts = [items, ...(taxesIncluded ? [] : [tax]), duties, shipping, fees, cap];
  expectSum(parts, base, "base");
  expectSum([base, bonus], total, "total");
  expectSum(
    feeRows.map(({ amount }) => amount),
    fees,
    "fees",
  );
  return {
    items: wire(items),
    tax: wire(tax),
    taxIncluded: taxesIncluded,
    duties: wire(duties),
    shipping: wire(shipping),
    fees: wire(fees),
    feeRows: feeRows.map(({ key, amount }) => ({ key, amount: wire(amount) })),
    cap: wire(cap),
    base: wire(base),
    bonus: wire(bonus),
    total: wire(total),
  };
}

function expectSum(parts: readonly Money[], whole: Money, name: string): void {
  const sum = parts.reduce((all, part) => all + part.minor, 0n);
  if (sum !== whole.minor)
    throw new Error(`The parts of ${name} do not add up: ${sum} is not ${whole.minor}`);
}
