import { randomUUID } from "node:crypto";
import { type Context, issuerOf } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { gid, idIn } from "../graphql/gid.ts";
import { issueRefund } from "../refunds/issue-refund.ts";
import { spread } from "../refunds/parents.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { Order } from "./order.ts";
import { currentQuantity, netPayment, received } from "./totals.ts";

interface CancelArguments {
  orderId: string;
  reason: string;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: {
    originalPaymentMethodsRefund?: boolean | null;
    storeCreditRefund?: { expiresAt?: string | null } | null;
  } | null;
  staffNote?: string | null;
}

/** orderCancel: answers with a job, and is done by the time anybody reads the order. */
export function cancelOrder(_source: unknown, args: CancelArguments, context: Context) {
  const { shop } = context;
  const order = shop.orders.get(idIn(args.orderId, "Order"));
  if (!order) return refused(userError(["orderId"], "Order does not exist", "NOT_FOUND"));
  const contradiction = args.refundMethod && args.refund !== undefined && args.refund !== null;
  if (contradiction) {
    return refused(
      userError(["refund"], "Only one of the arguments `refund` or `refund_method` is allowed.", "INVALID"),
    );
  }
  if ([...(args.staffNote ?? "")].length > 255) {
    return refused(
      userError(["staffNote"], "Staff note is too long. Maximum length is 255 characters.", "INVALID"),
    );
  }
  if (order.cancelledAt) {
    return refused(
      userError(["orderId"], "Cannot cancel an order that has already been canceled", "INVALID"),
    );
  }
  const inTheWay = whatStandsInTheWay(context, order);
  if (inTheWay)
    return refused(userError(["orderId"], `Cannot cancel an order that has ${inTheWay}`, "INVALID"));
  const toStoreCredit = args.refundMethod?.storeCreditRefund;
  if (toStoreCredit) {
    const why = whyNotToStoreCredit(context, order, toStoreCredit.expiresAt ?? null);
    if (why) return refused(why);
  }
  cancel(context, order, args);
  return { job: { id: gid("Job", randomUUID()), done: false }, orderCancelUserErrors: [], userErrors: [] };
}

/** Recorded of paid orders only: one that nobody paid is canceled whatever was sent or is coming back. */
function whatStandsInTheWay({ shop }: Context, order: Order): string | undefined {
  if (received(order) === 0n) return undefined;
  const live = shop.returnsOf(order.id).some(({ status }) => status !== "DECLINED" && status !== "CANCELED");
  if (live) return "returns";
  return order.fulfillments.some(({ status }) => status === "SUCCESS")
    ? "outstanding fulfillments"
    : undefined;
}

function refused(error: UserError) {
  return {
    job: null,
    orderCancelUserErrors: [error],
    userErrors: [{ field: error.field, message: error.message }],
  };
}

function cancel(context: Context, order: Order, args: CancelArguments): void {
  const { shop, world } = context;
  const at = world.nowText();
  const restockType = args.restock ? ("CANCEL" as const) : ("NO_RESTOCK" as const);
  const lines = order.lines
    .map((line) => ({
      lineId: line.id,
      quantity: currentQuantity(order, line),
      restockType,
      locationId: null,
    }))
    .filter((line) => line.quantity > 0);
  const amount = netPayment(order);
  const toStoreCredit = args.refundMethod?.storeCreditRefund;
  const gives =
    amount > 0n && (args.refund || args.refundMethod?.originalPaymentMethodsRefund || toStoreCredit);
  Object.assign(order, {
    cancelledAt: at,
    closedAt: at,
    cancelReason: args.reason,
    staffNote: args.staffNote ?? null,
  });
  for (const entry of order.fulfillmentOrders) {
    entry.status = "CLOSED";
    entry.holds = [];
    for (const line of entry.lines)
      Object.assign(line, {
        totalQuantity: line.totalQuantity - line.remainingQuantity,
        remainingQuantity: 0,
      });
  }
  if (gives) {
    const payments = toStoreCredit
      ? []
      : spread(order, amount)
          .filter((part) => part.amount > 0n)
          .map((part) => ({ parent: part.transaction, amount: part.amount }));
    const storeCredit = toStoreCredit ? [{ amount, expiresAt: toStoreCredit.expiresAt ?? null }] : [];
    issueRefund(shop, order, {
      lines,
      shipping: shippingBack(order, "all"),
      duties: [],
      payments,
      storeCredit,
      note: null,
      returnId: null,
      issuer: issuerOf(context),
    });
  }
  order.updatedAt = at;
  order.timeline.push({
    at,
    text: "Order cancelled",
    by: context.installation.appName,
    requestId: context.requestId,
  });
  shop.orders.save(order);
  announceOrder(shop, "cancelled", order);
  if (!gives) announceOrder(shop, "updated", order);
}

function whyNotToStoreCredit(
  { shop, world }: Context,
  order: Order,
  expiresAt: string | null,
): UserError | undefined {
  const field = ["refundMethod", "storeCreditRefund"];
  if (order.customerId === null || !shop.customers.get(order.customerId)) {
    return userError(
      field,
      "Order must have a customer to be refunded to store credit",
      "STORE_CREDIT_REFUND_MISSING_CUSTOMER",
    );
  }
  if (order.company)
    return userError(
      field,
      "B2B orders cannot be refunded to store credit",
      "STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED",
    );
  if (expiresAt && expiresAt <= world.nowText())
    return userError(
      [...field, "expiresAt"],
      "The expiry date must be in the future",
      "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST",
    );
  return undefined;
}
