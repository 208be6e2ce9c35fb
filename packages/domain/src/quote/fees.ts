import { money, percentage } from "@kept/money";
import type { Order } from "@kept/shopify";
import { amountIn } from "../policy/amounts.ts";
import type { Fees, LabelFee, RestockingFee, ReturnFee } from "../policy/fees.ts";
import type { ResolutionKind } from "../policy/policy.ts";
import { namesReason } from "../policy/reasons.ts";
import type { Row, Values } from "./quote-types.ts";
import { row } from "./rows.ts";
import { goneWorths, isNamed, percentAfter, sumOf, type Worth } from "./worth.ts";

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
  const rows = [
    ...returnFeeRows(order, list, fees.returnFee, resolution),
    ...(fees.restocking ? restockingRows(order, list, fees.restocking, resolution) : []),
    ...(fees.label ? labelRows(order, list, fees.label, resolution) : []),
  ];
  let charged = 0n;
  for (const one of rows) charged -= one.amount.minor;
  if (charged > from) rows.push(floorRow(order.currency, charged, from));
  return rows;
}

function returnFeeRows(
  order: Order,
  list: readonly Worth[],
  fee: ReturnFee,
  resolution: ResolutionKind,
): Row[] {
  if (fee.kind === "none") return [];
  if (fee.kind === "fixed") {
    if (fee.per === "order" && order.lines.some((line) => line.goneQuantity > 0)) return [];
    const charged = charges(fee, list) ? (amountIn(fee.amounts, order.currency)?.minor ?? 0n) : 0n;
    return feeRow(order, "return_fee", "fees.returnFee", charged, isWaived(fee, resolution), {}, {});
  }
  const rate = { basisPoints: fee.basisPoints };
  const due = list.filter((one) => !namesReason(fee.exceptReasons, one.reason));
  const of = sumOf(due, (one) => one.items);
  const excused = new Set(list.filter((one) => !due.includes(one)).map((one) => one.line));
  const gone = goneWorths(order).filter((one) => !excused.has(one.line));
  const before = sumOf(gone, (one) => one.items);
  const charged = percentAfter(before, of, (amount) => percentage(amount, fee.basisPoints), order.currency);
  const inputs = { rate, of: money(of, order.currency), before: money(before, order.currency) };
  return feeRow(
    order,
    "return_fee_percent",
    "fees.returnFee",
    charged,
    isWaived(fee, resolution),
    { rate },
    inputs,
  );
}

function restockingRows(
  order: Order,
  list: readonly Worth[],
  fee: RestockingFee,
  resolution: ResolutionKind,
): Row[] {
  const rate = { basisPoints: fee.basisPoints };
  const due = list.filter((one) => isNamed(fee.products, one) && !namesReason(fee.exceptReasons, one.reason));
  return due.flatMap((one) => {
    const charged = percentAfter(
      one.itemsBefore,
      one.items,
      (amount) => percentage(amount, fee.basisPoints),
      order.currency,
    );
    const of = money(one.items, order.currency);
    const values = { rate, title: one.line.title };
    const inputs = { rate, of, before: money(one.itemsBefore, order.currency) };
    const key = `restocking:${one.line.id}`;
    return feeRow(
      order,
      "restocking",
      "fees.restocking",
      charged,
      isWaived(fee, resolution),
      values,
      inputs,
      key,
    );
  });
}

function labelRows(order: Order, list: readonly Worth[], fee: LabelFee, resolution: ResolutionKind): Row[] {
  const charged = charges(fee, list) ? (amountIn(fee.amounts, order.currency)?.minor ?? 0n) : 0n;
  return feeRow(order, "label_fee", "fees.label", charged, isWaived(fee, resolution), {}, {});
}

function feeRow(
  order: Order,
  label: string,
  rule: string,
  charged: bigint,
  waived: boolean,
  values: Values,
  inputs: Values,
  key = label,
): Row[] {
  if (charged === 0n) return [];
  const { currency } = order;
  const fee = money(charged, currency);
  const said = waived ? { key, label: `${label}_waived`, minor: 0n } : { key, label, minor: -charged };
  return [
    row({ ...said, group: "fees", currency, values: { ...values, fee }, inputs: { ...inputs, fee }, rule }),
  ];
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

/** A fee for the whole return is due as soon as one line was sent back for a reason that is not excused. */
function charges(fee: { readonly exceptReasons: readonly string[] }, list: readonly Worth[]): boolean {
  return list.some((one) => !namesReason(fee.exceptReasons, one.reason));
}

function isWaived(fee: { readonly waivedForCredit: boolean }, resolution: ResolutionKind): boolean {
  return fee.waivedForCredit && resolution === "store_credit";
}
