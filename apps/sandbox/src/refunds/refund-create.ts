import type { GraphQLResolveInfo } from "graphql";
import { type Context, issuerOf } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order, OrderTransaction } from "../orders/order.ts";
import { refundedQuantity } from "../orders/totals.ts";
import { type DutyWish, dutiesBack } from "./duties.ts";
import { recall, remember, requiredKey } from "./idempotency.ts";
import { issueRefund, type RefundOrder } from "./issue-refund.ts";
import { givenAsCredit, overRefund } from "./over-refund.ts";
import type { RefundLine } from "./refund.ts";
import { shippingBack } from "./shipping.ts";
import { type StoreCreditMethod, storeCreditPart } from "./store-credit-refund.ts";

interface RefundInput {
  orderId: string;
  allowOverRefunding?: boolean | null;
  currency?: string | null;
  note?: string | null;
  refundDuties?: DutyWish[] | null;
  refundLineItems?:
    | {
        lineItemId: string;
        quantity: number;
        locationId?: string | null;
        restockType?: RefundLine["restockType"] | null;
      }[]
    | null;
  refundMethods?: StoreCreditMethod[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?:
    | { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null }[]
    | null;
}

/** What is to be refunded, or why not. */
type Checked = { wish: RefundOrder } | { errors: UserError[] };

/**
 * refundCreate: the one way to store credit that remembers its key. The answer to a repeated request is rebuilt from
 * today's records, so it may have moved on since.
 */
export function refundCreate(
  _source: unknown,
  { input }: { input: RefundInput },
  context: Context,
  info: GraphQLResolveInfo,
) {
  const { shop } = context;
  const key = requiredKey(info, context);
  const order = shop.orders.get(idIn(input.orderId, "Order"));
  const memory =
    key === undefined ? { known: "nothing" as const } : recall(context, "refundCreate", key, input);
  if (memory.known === "refusal")
    return { refund: null, order: order ?? null, userErrors: [userError(null, memory.message)] };
  if (memory.known === "succeeded") return { ...answer(order, memory.resultId), userErrors: [] };
  if (!order) return failed(context, key, input, null, [userError(["orderId"], "Order does not exist")]);
  const checked = check(context, order, input);
  if ("errors" in checked) return failed(context, key, input, order, checked.errors);
  const refund = issueRefund(shop, order, checked.wish);
  if (key !== undefined) remember(context, "refundCreate", key, input, refund.id);
  return { ...answer(order, refund.id), userErrors: [] };
}

function answer(order: Order | undefined, refundId: number | null) {
  const refund = order?.refunds.find((entry) => entry.id === refundId);
  return { refund: order && refund ? as("Refund", { order, refund }) : null, order: order ?? null };
}

function failed(
  context: Context,
  key: string | undefined,
  input: RefundInput,
  order: Order | null,
  errors: UserError[],
) {
  if (key !== undefined) remember(context, "refundCreate", key, input, null);
  return { refund: null, order, userErrors: errors };
}

function check(context: Context, order: Order, input: RefundInput): Checked {
  const refuse = (field: string[] | null, message: string): Checked => ({
    errors: [userError(field, message)],
  });
  if (order.currency !== order.presentmentCurrency && input.currency !== order.presentmentCurrency) {
    return refuse(["currency"], "Currency must be the presentment currency of the order");
  }
  const lines: RefundOrder["lines"] = [];
  for (const [index, wish] of (input.refundLineItems ?? []).entries()) {
    const line = order.lines.find((entry) => entry.id === idIn(wish.lineItemId, "LineItem"));
    if (!line) return refuse(["refundLineItems", String(index), "lineItemId"], "Line item does not exist");
    const open = line.quantity - line.removedQuantity - refundedQuantity(order, line.id);
    if (wish.quantity < 1)
      return refuse(["refundLineItems", String(index), "quantity"], "Quantity must be greater than 0");
    if (wish.quantity > open) {
      return refuse(
        ["refundLineItems", String(index), "quantity"],
        "Quantity cannot refund more items than were purchased",
      );
    }
    lines.push({
      lineId: line.id,
      quantity: wish.quantity,
      restockType: wish.restockType ?? "NO_RESTOCK",
      locationId: idIn(wish.locationId, "Location") ?? null,
    });
  }
  const payments: { parent: OrderTransaction; amount: bigint }[] = [];
  for (const wish of input.transactions ?? []) {
    if (wish.kind !== "REFUND")
      return refuse(null, `Kind ${wish.kind.toLowerCase()} is not a valid transaction`);
    const parent = order.transactions.find((entry) => entry.id === idIn(wish.parentId, "OrderTransaction"));
    if (!parent)
      return refuse(["transactions"], "Transactions require a parent_id associated with the order");
    payments.push({ parent, amount: parseMinor(wish.amount, order.presentmentCurrency) });
  }
  const store = storeCreditPart(context, order, input.refundMethods ?? []);
  if ("refused" in store) return refuse(["refundMethods", ...store.refused.path], store.refused.message);
  const total = [...payments, ...store.credits].reduce((sum, part) => sum + part.amount, 0n);
  // Recorded: to the payments never more than came in, whatever the input allows. Documented (changelog 2025-05-20):
  // after a refund to store credit they can take what they gave when over-refunding is allowed.
  const over = Boolean(input.allowOverRefunding);
  const beyond = over && payments.length > 0 ? givenAsCredit(order) : 0n;
  const tooMuch = overRefund(order, total, over && payments.length === 0, beyond);
  if (tooMuch) return refuse(null, tooMuch);
  return { wish: { lines, payments, storeCredit: store.credits, ...rest(context, order, input) } };
}

function rest(
  context: Context,
  order: Order,
  input: RefundInput,
): Omit<RefundOrder, "lines" | "payments" | "storeCredit"> {
  const { shipping } = input;
  const none = { amount: 0n, tax: 0n };
  const amount = shipping?.amount ? parseMinor(shipping.amount, order.presentmentCurrency) : null;
  return {
    shipping: shipping?.fullRefund
      ? shippingBack(order, "all")
      : amount === null
        ? none
        : shippingBack(order, amount),
    duties: dutiesBack(order, input.refundDuties ?? []),
    note: input.note ?? null,
    returnId: null,
    issuer: issuerOf(context),
  };
}
