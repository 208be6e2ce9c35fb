import { type Context, issuerOf } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { parseMinor } from "../money/amount.ts";
import type { OrderTransaction } from "../orders/order.ts";
import { type DutyWish, dutiesBack } from "../refunds/duties.ts";
import { issueRefund } from "../refunds/issue-refund.ts";
import { overRefund } from "../refunds/over-refund.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { findReturn } from "./find.ts";
import type { ReturnLine } from "./return.ts";

interface RefundInput {
  returnId: string;
  returnRefundLineItems: { returnLineItemId: string; quantity: number }[];
  orderTransactions?: { parentId: string; transactionAmount: { amount: string } }[] | null;
  refundShipping?: { fullRefund?: boolean | null; shippingRefundAmount?: { amount: string } | null } | null;
  refundDuties?: DutyWish[] | null;
}

/** returnRefund, the deprecated elder of returnProcess: it refunds pieces without taking them as processed. */
export function returnRefund(
  _source: unknown,
  { returnRefundInput: input }: { returnRefundInput: RefundInput },
  context: Context,
) {
  const { shop } = context;
  const refuse = (
    field: string[],
    message: string,
    code: string,
  ): { refund: null; userErrors: UserError[] } => ({
    refund: null,
    userErrors: [userError(["returnRefundInput", ...field], message, code)],
  });
  const entry = findReturn(context, input.returnId);
  const order = shop.orders.get(entry?.orderId);
  if (!entry || !order) return refuse(["returnId"], "Return not found.", "NOT_FOUND");
  if (entry.status !== "OPEN" && entry.status !== "CLOSED")
    return refuse(["returnId"], "Return status is invalid.", "INVALID_STATE");
  const lines: { line: ReturnLine; quantity: number }[] = [];
  for (const [index, wish] of input.returnRefundLineItems.entries()) {
    const line = entry.lines.find(
      (candidate) => candidate.id === idIn(wish.returnLineItemId, "ReturnLineItem"),
    );
    const at = ["returnRefundLineItems", String(index)];
    if (!line) return refuse([...at, "returnLineItemId"], "Return line item not found.", "NOT_FOUND");
    if (wish.quantity < 1 || wish.quantity > line.quantity - line.refundedQuantity)
      return refuse([...at, "quantity"], "Return line item has an invalid quantity.", "INVALID");
    lines.push({ line, quantity: wish.quantity });
  }
  const payments: { parent: OrderTransaction; amount: bigint }[] = [];
  for (const [index, wish] of (input.orderTransactions ?? []).entries()) {
    const parent = order.transactions.find(
      (candidate) => candidate.id === idIn(wish.parentId, "OrderTransaction"),
    );
    if (!parent)
      return refuse(
        ["orderTransactions", String(index), "parentId"],
        "Order transaction not found.",
        "NOT_FOUND",
      );
    payments.push({ parent, amount: parseMinor(wish.transactionAmount.amount, order.presentmentCurrency) });
  }
  const tooMuch = overRefund(
    order,
    payments.reduce((sum, part) => sum + part.amount, 0n),
    false,
  );
  if (tooMuch) return refuse(["orderTransactions"], tooMuch, "INVALID");
  const shippingAmount = input.refundShipping?.shippingRefundAmount?.amount;
  const shipping = shippingBack(
    order,
    input.refundShipping?.fullRefund
      ? "all"
      : shippingAmount
        ? parseMinor(shippingAmount, order.presentmentCurrency)
        : 0n,
  );
  const refund = issueRefund(shop, order, {
    lines: lines.map(({ line, quantity }) => ({
      lineId: line.lineId,
      quantity,
      restockType: "RETURN",
      locationId: null,
    })),
    shipping,
    duties: dutiesBack(order, input.refundDuties ?? []),
    payments,
    storeCredit: [],
    note: null,
    returnId: entry.id,
    issuer: issuerOf(context),
  });
  for (const { line, quantity } of lines) line.refundedQuantity += quantity;
  entry.workStarted = true;
  shop.returns.save(entry);
  return { refund: as("Refund", { order, refund }), userErrors: [] };
}
