import { type Money, money } from "@kept/money";
import { baseRows, baseShares } from "./base.ts";
import { bonusPart } from "./bonus-part.ts";
import { expiry, neverExpires } from "./expiry.ts";
import { paymentShares } from "./payments.ts";
import type { Quote, QuoteInput, QuoteLine, Row, Totals } from "./quote-types.ts";
import { groupTotal, sumOfRows } from "./rows.ts";
import { type Worth, worths } from "./worth.ts";

/**
 * What the customer gets for these units and this resolution, row by row. Pure: the same input gives the same
 * quote, byte for byte, so showing a quote and issuing it cannot disagree. Throws UnquotableSelection for units
 * that are not there; whether the policy takes them back is for `returnability` to say.
 */
export function quote(input: QuoteInput): Quote {
  const { order, resolution, at } = input;
  const { policy, version } = input.policy;
  const list = worths(order, input.selection);
  const upToBase = baseRows(input, list);
  const base = money(sumOfRows(upToBase), order.currency);
  const shares = baseShares(order, list, base, upToBase);
  const bonus = bonusPart(input, { list, base, shares });
  const rows = [...upToBase, ...bonus.rows];
  const sums = totals(rows, base, order.currency);
  return {
    format: 1,
    resolution,
    currency: order.currency,
    policyVersion: version,
    at,
    orderId: order.id,
    taxesIncluded: order.taxesIncluded,
    rows,
    totals: sums,
    lines: list.map((one, index) => quoteLine(order.currency, one, shares[index], bonus.shares[index])),
    expiry:
      resolution === "store_credit" ? expiry(policy.storeCredit, at, sums.bonus.minor > 0n) : neverExpires,
    payments:
      resolution === "original_payment" ? paymentShares(order, base.minor, policy.originalPayment) : [],
    decisions: bonus.decisions,
  };
}

function quoteLine(
  currency: string,
  one: Worth,
  base = money(0n, currency),
  bonus = money(0n, currency),
): QuoteLine {
  return {
    lineItemId: one.line.id,
    title: one.line.title,
    quantity: one.quantity,
    items: money(one.items, currency),
    tax: money(one.tax, currency),
    base,
    bonus,
  };
}

function totals(rows: readonly Row[], base: Money, currency: string): Totals {
  const bonus = groupTotal(rows, "bonus", currency);
  return {
    items: groupTotal(rows, "items", currency),
    tax: groupTotal(rows, "tax", currency),
    duties: groupTotal(rows, "duties", currency),
    shipping: groupTotal(rows, "shipping", currency),
    fees: groupTotal(rows, "fees", currency),
    cap: groupTotal(rows, "cap", currency),
    base,
    bonus,
    total: money(base.minor + bonus.minor, currency),
  };
}
