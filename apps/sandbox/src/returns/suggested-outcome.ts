import type { Context } from "../graphql/context.ts";
import { as, idIn } from "../graphql/gid.ts";
import { bag } from "../graphql/money.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order } from "../orders/order.ts";
import { netPayment, refundedQuantity, sum } from "../orders/totals.ts";
import { type DutyWish, dutiesBack } from "../refunds/duties.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { shippingSource, storeCreditMethod, suggestedTransactions } from "../refunds/suggest-refund.ts";
import { payable, type Worth, worthOf } from "../refunds/worth.ts";
import { openShippingFee, restockingFee } from "./fees.ts";
import type { Return } from "./return.ts";

interface Arguments {
  returnLineItems: { id: string; quantity: number }[];
  exchangeLineItems?: { id: string; quantity: number }[] | null;
  refundShipping?: { fullRefund?: boolean | null; shippingRefundAmount?: { amount: string } | null } | null;
  refundDuties?: DutyWish[] | null;
  refundMethodAllocation?: string | null;
}

/**
 * Return.suggestedFinancialOutcome: what should move for these pieces, the return's fees taken off. Worked out from the
 * order alone; the product under test has its own arithmetic, and the two agreeing is the point.
 */
export function suggestedFinancialOutcome(entry: Return, args: Arguments, { shop }: Context) {
  const order = shop.orders.get(entry.orderId);
  if (!order) return null;
  const { worths, fees } = goods(order, entry, args);
  const amountBack = args.refundShipping?.shippingRefundAmount?.amount;
  const wanted = amountBack
    ? parseMinor(amountBack, order.presentmentCurrency)
    : args.refundShipping?.fullRefund
      ? "all"
      : 0n;
  const shipping = shippingBack(order, wanted);
  const duties = dutiesBack(order, args.refundDuties ?? []);
  const dutyTotal = sum(duties, (duty) => duty.amount);
  const subtotal = sum(worths, (worth) => worth.subtotal);
  const tax = sum(worths, (worth) => worth.tax) + shipping.tax;
  const given =
    sum(worths, (worth) => payable(order, worth)) +
    shipping.amount +
    (order.taxesIncluded ? 0n : shipping.tax) +
    dutyTotal;
  const allFees = fees + openShippingFee(entry);
  const exchange = exchangeCost(entry, args);
  return {
    discountedSubtotal: bag(order, subtotal),
    totalTax: bag(order, tax),
    totalDuties: bag(order, dutyTotal),
    totalAdditionalFees: bag(order, allFees),
    totalCartDiscountAmount: bag(
      order,
      sum(worths, (worth) => worth.subtotalBeforeOrderDiscounts - worth.subtotal),
    ),
    maximumRefundable: bag(order, netPayment(order)),
    shipping: shippingSource(order, shipping),
    refundDuties: duties.map((duty) => ({ order, duty })),
    financialTransfer: transfer(
      order,
      given - allFees - exchange,
      args.refundMethodAllocation === "STORE_CREDIT",
    ),
  };
}

/** Money to the customer, capped by what was paid, or money still owed by them. */
function transfer(order: Order, balance: bigint, toStoreCredit: boolean) {
  if (balance < 0n) return as("InvoiceReturnOutcome", { amount: bag(order, -balance) });
  const amount = balance < netPayment(order) ? balance : netPayment(order);
  return as("RefundReturnOutcome", {
    amount: bag(order, amount),
    suggestedTransactions: suggestedTransactions(order, toStoreCredit ? 0n : amount),
    suggestedRefundMethods: toStoreCredit ? [storeCreditMethod(order, amount)] : [],
  });
}

function goods(
  order: Order,
  entry: Return,
  args: Pick<Arguments, "returnLineItems">,
): { worths: Worth[]; fees: bigint } {
  const counted = new Map<number, number>();
  const worths: Worth[] = [];
  let fees = 0n;
  for (const wish of args.returnLineItems) {
    const returnLine = entry.lines.find((candidate) => candidate.id === idIn(wish.id, "ReturnLineItem"));
    const line = order.lines.find((candidate) => candidate.id === returnLine?.lineId);
    if (!returnLine || !line) continue;
    const before = refundedQuantity(order, line.id) + (counted.get(line.id) ?? 0);
    const worth = worthOf(order, line, wish.quantity, before);
    counted.set(line.id, (counted.get(line.id) ?? 0) + wish.quantity);
    worths.push(worth);
    if (returnLine.restockingFee) fees += restockingFee(returnLine.restockingFee.percentage, worth.subtotal);
  }
  return { worths, fees };
}

function exchangeCost(entry: Return, args: Arguments): bigint {
  return sum(args.exchangeLineItems ?? [], (wish) => {
    const line = entry.exchangeLines.find((candidate) => candidate.id === idIn(wish.id, "ExchangeLineItem"));
    return (line?.unitPrice ?? 0n) * BigInt(wish.quantity);
  });
}

interface OldArguments {
  returnRefundLineItems: { returnLineItemId: string; quantity: number }[];
  refundShipping?: Arguments["refundShipping"];
  refundDuties?: DutyWish[] | null;
}

/** Return.suggestedRefund, its deprecated elder: the same sums, without the fees. */
export function suggestedReturnRefund(entry: Return, args: OldArguments, context: Context) {
  const order = context.shop.orders.get(entry.orderId);
  if (!order) return null;
  const returnLineItems = args.returnRefundLineItems.map((wish) => ({
    id: wish.returnLineItemId,
    quantity: wish.quantity,
  }));
  const { worths } = goods(order, entry, { returnLineItems });
  const shipping = shippingBack(order, args.refundShipping?.fullRefund ? "all" : 0n);
  const total =
    sum(worths, (worth) => payable(order, worth)) +
    shipping.amount +
    (order.taxesIncluded ? 0n : shipping.tax);
  const amount = total < netPayment(order) ? total : netPayment(order);
  const subtotal = sum(worths, (worth) => worth.subtotal);
  return {
    amount: bag(order, amount),
    subtotal: bag(order, subtotal),
    discountedSubtotal: bag(order, subtotal),
    maximumRefundable: bag(order, netPayment(order)),
    totalTax: bag(
      order,
      sum(worths, (worth) => worth.tax),
    ),
    totalDuties: bag(order, 0n),
    totalCartDiscountAmount: bag(
      order,
      sum(worths, (worth) => worth.subtotalBeforeOrderDiscounts - worth.subtotal),
    ),
    shipping: shippingSource(order, shipping),
    refundDuties: [],
    suggestedTransactions: suggestedTransactions(order, amount),
  };
}
