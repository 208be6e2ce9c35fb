import { money } from "@kept/money";
import type { Order } from "@kept/shopify";
import type { Fees } from "../policy/fees.ts";
import type { ResolutionKind } from "../policy/policy.ts";
import { type Charge, labelCharges, restockingCharges, returnFeeCharges } from "./charges.ts";
import type { Row } from "./quote-types.ts";
import { row } from "./rows.ts";
import { sumOf, type Worth } from "./worth.ts";

/**
 * Return fee, restocking per line, label: each below zero, or zero and named when it is waived.
 * Together they take at most `from`, which is what items, tax, shipping and duties come to.
 */
export function feeRows(
  order: Order,
  list: readonly Worth[],
  fees: Fees,
  resolution: ResolutionKind,
  from: bigint,
): Row[] {
  const { currency } = order;
  const charges = [
    ...returnFeeCharges(order, list, fees.returnFee),
    ...(fees.restocking ? restockingCharges(order, list, fees.restocking) : []),
    ...(fees.label ? labelCharges(order, list, fees.label) : []),
  ];
  const rows = charges
    .filter(({ minor }) => minor > 0n)
    .map((charge) => feeRow(currency, charge, charge.waivedForCredit && resolution === "store_credit"));
  const charged = -sumOf(rows, ({ amount }) => amount.minor);
  return charged > from ? [...rows, floorRow(currency, charged, from)] : rows;
}

function feeRow(currency: string, { key, label, rule, minor, values, inputs }: Charge, waived: boolean): Row {
  const fee = money(minor, currency);
  return row({
    key,
    group: "fees",
    minor: waived ? 0n : -minor,
    currency,
    label: waived ? `${label}_waived` : label,
    values: { ...values, fee },
    inputs: { ...inputs, fee },
    rule,
  });
}

function floorRow(currency: string, charged: bigint, from: bigint): Row {
  return row({
    key: "fees_floor",
    group: "fees",
    minor: charged - from,
    currency,
    label: "fees_floor",
    values: {},
    inputs: { fees: money(charged, currency), from: money(from, currency) },
    rule: "never_below_zero",
  });
}
