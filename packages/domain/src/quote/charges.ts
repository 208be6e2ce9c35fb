import { type Money, money, percentage } from "@kept/money";
import type { Order, OrderLine } from "@kept/shopify";
import { type Amounts, amountIn } from "../policy/amounts.ts";
import type { LabelFee, RestockingFee, ReturnFee } from "../policy/fees.ts";
import { namesReason } from "../policy/reasons.ts";
import type { Values } from "./quote-types.ts";
import { goneWorths, isNamed, percentAfter, sumOf, type Worth } from "./worth.ts";

/** What a fee comes to before anybody asks whether it is waived. */
export interface Charge {
  readonly key: string;
  readonly label: string;
  readonly rule: string;
  readonly minor: bigint;
  readonly waivedForCredit: boolean;
  readonly values: Values;
  readonly inputs: Values;
}

export function returnFeeCharges(order: Order, list: readonly Worth[], fee: ReturnFee): Charge[] {
  if (fee.kind === "none") return [];
  const rule = "fees.returnFee";
  const { waivedForCredit } = fee;
  if (fee.kind === "fixed") {
    const paidBefore = fee.per === "order" && order.lines.some((line) => line.goneQuantity > 0);
    const minor = paidBefore ? 0n : fixedCharge(order, list, fee);
    return [{ key: "return_fee", label: "return_fee", rule, minor, waivedForCredit, values: {}, inputs: {} }];
  }
  const due = dueLines(list, fee);
  const excused = new Set(list.filter((one) => !due.includes(one)).map(({ line }) => line));
  const gone = goneWorths(order).filter(({ line }) => !excused.has(line));
  const percent = percentCharge(fee.basisPoints, {
    of: money(
      sumOf(due, ({ items }) => items),
      order.currency,
    ),
    before: money(
      sumOf(gone, ({ items }) => items),
      order.currency,
    ),
  });
  return [{ key: "return_fee", label: "return_fee_percent", rule, waivedForCredit, ...percent }];
}

/** One for each line: Shopify knows restocking fees per line, so each is rounded for itself. */
export function restockingCharges(order: Order, list: readonly Worth[], fee: RestockingFee): Charge[] {
  return dueLines(list, fee)
    .filter((one) => isNamed(fee.products, one))
    .map(({ line, items, itemsBefore }) => {
      const amounts = { of: money(items, order.currency), before: money(itemsBefore, order.currency) };
      const { values, ...percent } = percentCharge(fee.basisPoints, amounts);
      return {
        key: restockingKey(line),
        label: "restocking",
        rule: "fees.restocking",
        waivedForCredit: fee.waivedForCredit,
        values: { ...values, title: line.title },
        ...percent,
      };
    });
}

export function restockingKey({ id }: Pick<OrderLine, "id">): string {
  return `restocking:${id}`;
}

export function labelCharges(order: Order, list: readonly Worth[], fee: LabelFee): Charge[] {
  const minor = fixedCharge(order, list, fee);
  const { waivedForCredit } = fee;
  const rule = "fees.label";
  return [{ key: "label_fee", label: "label_fee", rule, minor, waivedForCredit, values: {}, inputs: {} }];
}

type Excuses = { readonly exceptReasons: readonly string[] };

/** A fee for the whole return is due as soon as one line comes back for a reason that is not excused. */
function fixedCharge(
  order: Order,
  list: readonly Worth[],
  fee: Excuses & { readonly amounts: Amounts },
): bigint {
  if (dueLines(list, fee).length === 0) return 0n;
  return amountIn(fee.amounts, order.currency)?.minor ?? 0n;
}

function percentCharge(basisPoints: number, { of, before }: { readonly of: Money; readonly before: Money }) {
  const rate = { basisPoints };
  const percent = (amount: Money) => percentage(amount, basisPoints);
  const minor = percentAfter(before.minor, of.minor, percent, of.currency);
  return { minor, values: { rate }, inputs: { rate, of, before } };
}

function dueLines(list: readonly Worth[], { exceptReasons }: Excuses): Worth[] {
  return list.filter(({ reason }) => !namesReason(exceptReasons, reason));
}
