import { type Money, max, money, share, subtract, zero } from "@kept/money";
import type { Order, Shipping } from "@kept/shopify";
import type { RefundRule } from "../policy/policy.ts";
import type { Row } from "./quote-types.ts";
import { least, row } from "./rows.ts";
import { everythingReturns, goneWorths, sumOf, type Worth } from "./worth.ts";

/** What comes back of shipping, its tax, and duties, by the policy's two rules. */
export function shippingRows(
  order: Order,
  list: readonly Worth[],
  rules: { readonly shipping: RefundRule; readonly duties: RefundRule },
): Row[] {
  const rows: Row[] = [];
  if (rules.shipping !== "never") rows.push(...shippingAndTax(order, list, rules.shipping));
  if (rules.duties !== "never" && order.duties.minor > 0n) rows.push(dutiesRow(order, list, rules.duties));
  return rows.filter((one) => one.amount.minor !== 0n);
}

function shippingAndTax(order: Order, list: readonly Worth[], rule: RefundRule): Row[] {
  const { currency, taxesIncluded } = order;
  const { paid, tax, refunded } = order.shipping;
  const back = comesBack(order, list, rule, paid, refunded);
  const label = rule === "proportional" ? "shipping_part" : "shipping";
  return [
    row({
      key: "shipping",
      group: "shipping",
      minor: back,
      currency,
      label,
      values: {},
      inputs: { paid, refunded },
      rule: "shipping",
    }),
    row({
      key: "shipping_tax",
      group: "tax",
      minor: taxOn(order.shipping, back),
      currency,
      included: taxesIncluded,
      label: taxesIncluded ? "shipping_tax_included" : "shipping_tax",
      values: {},
      inputs: { tax, paid, refunded, shipping: money(back, currency) },
      rule: "shipping",
    }),
  ];
}

/** The tax follows the money: what it comes to on all shipping refunded so far, less what it came to before. */
function taxOn({ paid, tax, refunded }: Shipping, back: bigint): bigint {
  if (paid.minor === 0n) return 0n;
  const before = least(refunded.minor, paid.minor);
  return share(tax, before + back, paid.minor).minor - share(tax, before, paid.minor).minor;
}

function dutiesRow(order: Order, list: readonly Worth[], rule: RefundRule): Row {
  return row({
    key: "duties",
    group: "duties",
    minor: comesBack(order, list, rule, order.duties, order.dutiesRefunded),
    currency: order.currency,
    label: rule === "proportional" ? "duties_part" : "duties",
    values: {},
    inputs: { paid: order.duties, refunded: order.dutiesRefunded },
    rule: "duties",
  });
}

/**
 * In proportion: the part of the order's goods that is gone after this return, less the part that was gone
 * before. In full: with the last unit, and never more than what was not refunded yet.
 */
function comesBack(
  order: Order,
  list: readonly Worth[],
  rule: RefundRule,
  paid: Money,
  refunded: Money,
): bigint {
  const left = max(subtract(paid, refunded), zero(paid.currency)).minor;
  if (rule === "when_everything_returned") return everythingReturns(order, list) ? left : 0n;
  const goods = sumOf(order.lines, (line) => line.paid.minor);
  if (goods === 0n) return 0n;
  const before = sumOf(goneWorths(order), (one) => one.items);
  const after = before + sumOf(list, (one) => one.items);
  const back = share(paid, after, goods).minor - share(paid, before, goods).minor;
  return least(back, left);
}
