import type { Context } from "../graphql/context.ts";
import { as, idIn } from "../graphql/gid.ts";
import { bag, scalar } from "../graphql/money.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order, OrderLine } from "../orders/order.ts";
import { netPayment, refundedQuantity, sum } from "../orders/totals.ts";
import { type DutyWish, dutiesBack } from "./duties.ts";
import { spread } from "./parents.ts";
import { refundableShipping, shippingBack } from "./shipping.ts";
import { payable, type Worth, worthOf } from "./worth.ts";

interface Arguments {
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string }[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  refundDuties?: DutyWish[] | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: string | null;
}

interface Part {
  line: OrderLine;
  quantity: number;
  restockType: string;
  worth: Worth;
}

/** Order.suggestedRefund: what the named pieces were paid for, with shipping and duties. Return fees are not its business. */
export function suggestRefund(order: Order, args: Arguments, _context: Context) {
  const parts = partsOf(order, args);
  const full = Boolean(args.suggestFullRefund);
  const wanted = args.shippingAmount ? parseMinor(args.shippingAmount, order.presentmentCurrency) : "all";
  const shipping =
    full || args.refundShipping || args.shippingAmount
      ? shippingBack(order, wanted)
      : { amount: 0n, tax: 0n };
  const duties = dutiesBack(order, args.refundDuties ?? []);
  const goods = sum(parts, (part) => payable(order, part.worth));
  const dutyTotal = sum(duties, (duty) => duty.amount);
  const amount = goods + shipping.amount + (order.taxesIncluded ? 0n : shipping.tax) + dutyTotal;
  const tax = sum(parts, (part) => part.worth.tax) + shipping.tax;
  const subtotal = sum(parts, (part) => part.worth.subtotal);
  const toStoreCredit = args.refundMethodAllocation === "STORE_CREDIT";
  const capped = amount < netPayment(order) ? amount : netPayment(order);
  return {
    amountSet: bag(order, capped),
    amount: scalar(order, capped),
    maximumRefundableSet: bag(order, netPayment(order)),
    maximumRefundable: scalar(order, netPayment(order)),
    subtotalSet: bag(order, subtotal),
    subtotal: scalar(order, subtotal),
    discountedSubtotalSet: bag(order, subtotal),
    totalTaxSet: bag(order, tax),
    totalTaxes: scalar(order, tax),
    totalDutiesSet: bag(order, dutyTotal),
    totalCartDiscountAmountSet: bag(
      order,
      sum(parts, (part) => part.worth.subtotalBeforeOrderDiscounts - part.worth.subtotal),
    ),
    shipping: shippingSource(order, shipping),
    refundDuties: duties.map((duty) => ({ order, duty })),
    refundLineItems: parts.map((part) => ({ order, suggested: part })),
    suggestedTransactions: suggestedTransactions(order, toStoreCredit ? 0n : capped),
    suggestedRefundMethods: toStoreCredit ? [storeCreditMethod(order, capped)] : [],
  };
}

export function shippingSource(order: Order, shipping: { amount: bigint; tax: bigint }) {
  const left = refundableShipping(order);
  return {
    amountSet: bag(order, shipping.amount),
    amount: scalar(order, shipping.amount),
    taxSet: bag(order, shipping.tax),
    tax: scalar(order, shipping.tax),
    maximumRefundableSet: bag(order, left),
    maximumRefundable: scalar(order, left),
  };
}

/** One suggestion per payment; with store credit they are all zero, as recorded. */
export function suggestedTransactions(order: Order, amount: bigint) {
  return spread(order, amount).map((part) => ({
    amountSet: bag(order, part.amount),
    amount: scalar(order, part.amount),
    gateway: part.transaction.gateway,
    formattedGateway: part.transaction.gateway,
    kind: "SUGGESTED_REFUND",
    maximumRefundableSet: bag(order, part.left),
    maximumRefundable: scalar(order, part.left),
    parentTransaction: as("OrderTransaction", { order, transaction: part.transaction }),
  }));
}

export function storeCreditMethod(order: Order, amount: bigint) {
  return as("SuggestedStoreCreditRefund", {
    amount: bag(order, amount),
    maximumRefundable: bag(order, netPayment(order)),
    expiresAt: null,
  });
}

function partsOf(order: Order, args: Arguments): Part[] {
  if (args.suggestFullRefund) {
    return order.lines.flatMap((line) =>
      part(
        order,
        line,
        line.quantity - line.removedQuantity - refundedQuantity(order, line.id),
        "NO_RESTOCK",
      ),
    );
  }
  return (args.refundLineItems ?? []).flatMap((wish) => {
    const line = order.lines.find((entry) => entry.id === idIn(wish.lineItemId, "LineItem"));
    return line ? part(order, line, wish.quantity, wish.restockType ?? "NO_RESTOCK") : [];
  });
}

function part(order: Order, line: OrderLine, quantity: number, restockType: string): Part[] {
  return quantity > 0 ? [{ line, quantity, restockType, worth: worthOf(order, line, quantity) }] : [];
}
