import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import type { Order } from "../orders/order.ts";
import { type FulfillmentOrderSource, fulfillmentOrderNamed, keep, source } from "./find.ts";
import type { FulfillmentOrder, MerchantRequest, RequestStatus } from "./fulfillment-order.ts";
import { besides } from "./open-fulfillment-order.ts";
import { type PieceInput, piecesOf, takeOut, without } from "./pieces.ts";

interface Answer {
  id: string;
  message?: string | null;
}

interface SubmitArguments extends Answer {
  fulfillmentOrderLineItems?: PieceInput[] | null;
  notifyCustomer?: boolean | null;
}

/** What passes between a merchant and the service that is to send an order: asked, answered, taken back. */
export const requestMutations: Resolvers[string] = {
  fulfillmentOrderSubmitFulfillmentRequest: (_source, args: SubmitArguments, context) => {
    const { order, fulfillmentOrder } = fulfillmentOrderNamed(context, args.id);
    const refuse = (error: UserError) => ({
      originalFulfillmentOrder: null,
      submittedFulfillmentOrder: null,
      unsubmittedFulfillmentOrder: null,
      userErrors: [error],
    });
    if (!canBeRequested(context, fulfillmentOrder)) return refuse(unfit("submit a fulfillment request for"));
    const pieces = piecesOf(fulfillmentOrder, args.fulfillmentOrderLineItems);
    if (typeof pieces === "string") return refuse(userError(null, pieces));
    const rest = without(fulfillmentOrder, pieces);
    const unsubmitted =
      rest.length > 0
        ? besides(context.shop, fulfillmentOrder, takeOut(context.shop, fulfillmentOrder, rest))
        : undefined;
    if (unsubmitted) order.fulfillmentOrders.push(unsubmitted);
    ask(context, fulfillmentOrder, "FULFILLMENT_REQUEST", args.message, {
      notify_customer: args.notifyCustomer ?? false,
    });
    set(context, order, fulfillmentOrder, "SUBMITTED", "fulfillment_request_submitted");
    const submitted = source(order, fulfillmentOrder);
    return {
      originalFulfillmentOrder: submitted,
      submittedFulfillmentOrder: submitted,
      unsubmittedFulfillmentOrder: source(order, unsubmitted),
      userErrors: [],
    };
  },
  fulfillmentOrderAcceptFulfillmentRequest: answering("accept", isSubmitted, (context, found) => {
    found.fulfillmentOrder.status = "IN_PROGRESS";
    set(context, found.order, found.fulfillmentOrder, "ACCEPTED", "fulfillment_request_accepted");
  }),
  fulfillmentOrderRejectFulfillmentRequest: answering("reject", isSubmitted, (context, found) => {
    set(context, found.order, found.fulfillmentOrder, "REJECTED", "fulfillment_request_rejected");
  }),
  /** As recorded, the service has it as accepted until it answers. */
  fulfillmentOrderSubmitCancellationRequest: answering(
    "cancel",
    isAccepted,
    (context, found, { message }) => {
      ask(context, found.fulfillmentOrder, "CANCELLATION_REQUEST", message, {});
      keep(context, "cancellation_request_submitted", found.order, found.fulfillmentOrder);
    },
  ),
  fulfillmentOrderAcceptCancellationRequest: answering("accept", isToBeCanceled, (context, found) => {
    const { order, fulfillmentOrder } = found;
    const pieces = piecesOf(fulfillmentOrder, null);
    if (typeof pieces !== "string" && pieces.length > 0) {
      const lines = fulfillmentOrder.lines;
      order.fulfillmentOrders.push(
        besides(context.shop, fulfillmentOrder, takeOut(context.shop, fulfillmentOrder, pieces)),
      );
      fulfillmentOrder.lines = lines;
    }
    fulfillmentOrder.status = "CLOSED";
    set(context, order, fulfillmentOrder, "CANCELLATION_ACCEPTED", "cancellation_request_accepted");
  }),
  fulfillmentOrderRejectCancellationRequest: answering("reject", isToBeCanceled, (context, found) => {
    set(
      context,
      found.order,
      found.fulfillmentOrder,
      "CANCELLATION_REJECTED",
      "cancellation_request_rejected",
    );
  }),
};

/** Whether the merchant may ask the service now: at its place, and not asked or turned down. */
export function canBeRequested({ shop }: Context, fulfillmentOrder: FulfillmentOrder): boolean {
  const { status, requestStatus = "UNSUBMITTED" } = fulfillmentOrder;
  return (
    isAtService(shop, fulfillmentOrder) &&
    ["OPEN", "INCOMPLETE"].includes(status) &&
    ["UNSUBMITTED", "REJECTED", "CLOSED"].includes(requestStatus)
  );
}

export function isAtService(shop: Context["shop"], { locationId }: FulfillmentOrder): boolean {
  return shop.locations.get(locationId)?.fulfillmentService !== undefined;
}

function isSubmitted({ requestStatus }: FulfillmentOrder): boolean {
  return requestStatus === "SUBMITTED";
}

function isAccepted({ status, requestStatus }: FulfillmentOrder): boolean {
  return status === "IN_PROGRESS" && requestStatus === "ACCEPTED";
}

function isToBeCanceled(fulfillmentOrder: FulfillmentOrder): boolean {
  return isAccepted(fulfillmentOrder) && fulfillmentOrder.requests?.at(-1)?.kind === "CANCELLATION_REQUEST";
}

function answering(
  verb: string,
  may: (fulfillmentOrder: FulfillmentOrder) => boolean,
  act: (context: Context, found: FulfillmentOrderSource, answer: Answer) => void,
) {
  return (_source: unknown, answer: Answer, context: Context) => {
    const found = fulfillmentOrderNamed(context, answer.id);
    if (!may(found.fulfillmentOrder))
      return { fulfillmentOrder: null, userErrors: [unfit(`${verb} a request on`)] };
    act(context, found, answer);
    return { fulfillmentOrder: source(found.order, found.fulfillmentOrder), userErrors: [] };
  };
}

function unfit(what: string): UserError {
  return userError(null, `Cannot ${what} a fulfillment order in this state.`);
}

function ask(
  { world }: Context,
  fulfillmentOrder: FulfillmentOrder,
  kind: MerchantRequest["kind"],
  message: string | null | undefined,
  requestOptions: MerchantRequest["requestOptions"],
): void {
  const id = world.nextId("FulfillmentOrderMerchantRequest");
  const request = { id, kind, message: message ?? null, requestOptions, sentAt: world.nowText() };
  fulfillmentOrder.requests = [...(fulfillmentOrder.requests ?? []), request];
}

function set(
  context: Context,
  order: Order,
  fulfillmentOrder: FulfillmentOrder,
  status: RequestStatus,
  topic: string,
): void {
  fulfillmentOrder.requestStatus = status;
  keep(context, topic, order, fulfillmentOrder);
}
