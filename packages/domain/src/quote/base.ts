import { allocate, type Money, money } from "@kept/money";
import type { Order } from "@kept/shopify";
import { restockingKey } from "./charges.ts";
import { feeRows } from "./fees.ts";
import { goodsRows } from "./goods.ts";
import { leftOnPayments } from "./payments.ts";
import type { QuoteInput, Row } from "./quote-types.ts";
import { least, row, sumOfRows } from "./rows.ts";
import { shippingRows } from "./shipping.ts";
import type { Worth } from "./worth.ts";

/** Everything the base is made of: items, tax, shipping, duties, fees, and the cut to what is still refundable. */
export function baseRows(
  { order, resolution, policy: { policy } }: QuoteInput,
  list: readonly Worth[],
): Row[] {
  const rows = [...goodsRows(order, list), ...shippingRows(order, list, policy)];
  rows.push(...feeRows(order, list, policy.fees, resolution, sumOfRows(rows)));
  const base = sumOfRows(rows);
  const left = resolution === "original_payment" ? leftOnPayments(order) : order.refundable.minor;
  const refundable = least(left, order.refundable.minor);
  if (base > refundable) rows.push(capRow(order.currency, base, refundable));
  return rows;
}

function capRow(currency: string, base: bigint, left: bigint): Row {
  const refundable = money(left > 0n ? left : 0n, currency);
  return row({
    key: "cap",
    group: "cap",
    minor: refundable.minor - base,
    currency,
    label: "cap_refundable",
    values: { refundable },
    inputs: { refundable, from: money(base, currency) },
    rule: "order.refundable",
  });
}

/**
 * Splits the base over its lines by what they are worth with tax, each less its own restocking fee; lines worth
 * nothing share by their units.
 */
export function baseShares(order: Order, list: readonly Worth[], base: Money, rows: readonly Row[]): Money[] {
  const fees = new Map(rows.map(({ key, amount }) => [key, amount.minor]));
  const weights = list.map(({ line, items, tax }) => {
    const worth = order.taxesIncluded ? items : items + tax;
    return worth + (fees.get(restockingKey(line)) ?? 0n);
  });
  const worthless = weights.every((weight) => weight === 0n);
  return allocate(base, worthless ? list.map(({ quantity }) => BigInt(quantity)) : weights);
}
