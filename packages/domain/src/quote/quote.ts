import { allocate, type Money, money } from "@kept/money";
import type { Order } from "@kept/shopify";
import { offersOriginalPayment } from "../policy/offers.ts";
import type { Policy } from "../policy/policy.ts";
import { type WinnerBonus, winnerBonus } from "./bonus.ts";
import { limitRows } from "./bonus-limits.ts";
import { bonusWinners } from "./bonus-winners.ts";
import { expiry, neverExpires } from "./expiry.ts";
import { lineFacts, returnFacts } from "./facts.ts";
import { feeRows } from "./fees.ts";
import { goodsRows } from "./goods.ts";
import { leftOnPayments, paymentShares } from "./payments.ts";
import type { Decision, Quote, QuoteInput, QuoteLine, Row, Totals } from "./quote-types.ts";
import { groupTotal, least, row, sumOfRows } from "./rows.ts";
import { shippingRows } from "./shipping.ts";
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
  const baseRows = rowsOfBase(input, policy, list);
  const base = money(sumOfRows(baseRows), order.currency);
  const shares = baseShares(order, list, base);
  const bonus = bonusOf(input, list, base, shares, baseRows);
  const rows = [...baseRows, ...bonus.rows];
  return {
    format: 1,
    resolution,
    currency: order.currency,
    policyVersion: version,
    at,
    orderId: order.id,
    taxesIncluded: order.taxesIncluded,
    rows,
    totals: totals(rows, base, order.currency),
    lines: list.map((one, index) => quoteLine(order.currency, one, shares[index], bonus.shares[index])),
    expiry: resolution === "store_credit" ? expiry(policy.storeCredit, at) : neverExpires,
    payments:
      resolution === "original_payment" ? paymentShares(order, base.minor, policy.originalPayment) : [],
    decisions: bonus.decisions,
  };
}

function rowsOfBase({ order, resolution }: QuoteInput, policy: Policy, list: readonly Worth[]): Row[] {
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

function baseShares(order: Order, list: readonly Worth[], base: Money): Money[] {
  const weights = list.map(({ items, tax }) => (order.taxesIncluded ? items : items + tax));
  const worthless = weights.every((weight) => weight === 0n);
  return allocate(base, worthless ? list.map(({ quantity }) => BigInt(quantity)) : weights);
}

interface BonusPart {
  readonly rows: readonly Row[];
  readonly shares: readonly Money[];
  readonly decisions: readonly Decision[];
}

function bonusOf(
  input: QuoteInput,
  list: readonly Worth[],
  base: Money,
  shares: readonly Money[],
  baseRows: readonly Row[],
): BonusPart {
  const { order, customer } = input;
  const none = { rows: [], shares: list.map(() => money(0n, order.currency)), decisions: [] };
  const credit = input.policy.policy.storeCredit;
  if (input.resolution !== "store_credit" || base.minor === 0n) return none;
  const facts = returnFacts(input, list);
  if (
    !credit.bonusWhenOnlyChoice &&
    !offersOriginalPayment(input.policy.policy, { facts, lines: lineFacts(list) })
  ) {
    return {
      ...none,
      decisions: [{ rule: "standing", name: "", outcome: "not_met", because: "only_choice" }],
    };
  }
  const { winners, decisions } = bonusWinners(credit, list, facts);
  const ground = {
    order,
    customer,
    baseShares: new Map(list.map((one, index) => [one, shares[index]?.minor ?? 0n])),
    capped: baseRows.some((one) => one.group === "cap"),
  };
  const given = winners.map((winner) => winnerBonus(winner, ground));
  const limited = limitRows(
    given.reduce((sum, one) => sum + one.minor, 0n),
    base,
    credit.limits,
    customer,
  );
  return {
    rows: [...given.flatMap((one) => one.rows), ...limited.rows],
    shares: bonusShares(list, given, money(limited.minor, order.currency), shares),
    decisions,
  };
}

/** Each line gets its part of what its own rule gave; what no line brought in goes by the shares of the base. */
function bonusShares(
  list: readonly Worth[],
  given: readonly WinnerBonus[],
  bonus: Money,
  shares: readonly Money[],
): Money[] {
  const weights = list.map((one) => {
    const from = given.find(({ weights }) => weights.has(one));
    return from && from.minor > 0n ? weightIn(from, one) : 0n;
  });
  const worthless = weights.every((weight) => weight === 0n);
  return allocate(bonus, worthless ? shares.map(({ minor }) => minor) : weights);
}

/** A line's part of its rule's bonus, fine enough that rules of different rates compare fairly. */
function weightIn({ minor, weights }: WinnerBonus, one: Worth): bigint {
  let whole = 0n;
  for (const weight of weights.values()) whole += weight;
  return whole === 0n ? 0n : (minor * 1_000_000n * (weights.get(one) ?? 0n)) / whole;
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
