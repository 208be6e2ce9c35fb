import { type Context, issuerOf } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order } from "../orders/order.ts";
import { announceReturn } from "../webhooks/announce.ts";
import {
  done,
  type FulfilledLine,
  fulfilledLine,
  type ReturnPayload,
  refused,
  returnableQuantity,
} from "./find.ts";
import { reasonDefinitions, reasonProblem } from "./reasons.ts";
import type { Return, ReturnLine } from "./return.ts";
import { reverseOrders } from "./reverse-orders.ts";

interface LineInput {
  fulfillmentLineItemId: string;
  quantity: number;
  restockingFee?: { percentage: number } | null;
  returnReason?: string | null;
  returnReasonDefinitionId?: string | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
}

export interface OpenInput {
  orderId: string;
  returnLineItems: LineInput[];
  returnShippingFee?: { amount: { amount: string; currencyCode: string } } | null;
  exchangeLineItems?: { variantId?: string | null; quantity: number }[] | null;
  requestedAt?: string | null;
}

/** returnRequest: what a customer asks for; nothing moves until it is approved. */
export function returnRequest(
  _source: unknown,
  { input }: { input: OpenInput },
  context: Context,
): ReturnPayload {
  return open(context, input, "input", "REQUESTED");
}

/** returnCreate: what staff open straight away. */
export function returnCreate(
  _source: unknown,
  { returnInput }: { returnInput: OpenInput },
  context: Context,
): ReturnPayload {
  return open(context, returnInput, "returnInput", "OPEN");
}

function open(context: Context, input: OpenInput, root: string, status: "REQUESTED" | "OPEN"): ReturnPayload {
  const { shop } = context;
  const order = shop.orders.get(idIn(input.orderId, "Order"));
  if (!order) return refused([root, "orderId"], "Order not found.", "NOT_FOUND");
  if (input.returnLineItems.length === 0)
    return refused([root, "returnLineItems"], "Return line items can't be blank.", "BLANK");
  const lines: { wish: LineInput; of: FulfilledLine }[] = [];
  for (const [index, wish] of input.returnLineItems.entries()) {
    const at = [root, "returnLineItems", String(index)];
    const of = fulfilledLine(order, idIn(wish.fulfillmentLineItemId, "FulfillmentLineItem"));
    if (!of)
      return refused([...at, "fulfillmentLineItemId"], "Fulfillment Line Item was not found.", "NOT_FOUND");
    const asked = lines
      .filter((entry) => entry.of.fulfillmentLineId === of.fulfillmentLineId)
      .reduce((all, entry) => all + entry.wish.quantity, 0);
    if (wish.quantity < 1 || wish.quantity + asked > returnableQuantity(shop, of)) {
      return refused([...at, "quantity"], "Return line item has an invalid quantity.", "INVALID");
    }
    if ((wish.customerNote ?? "").length > 300)
      return refused(
        [...at, "customerNote"],
        "Customer note is too long (maximum is 300 characters)",
        "TOO_LONG",
      );
    const wrong = reasonProblem(wish, status);
    if (wrong) return refused([...at, ...wrong.path], wrong.message, wrong.code);
    lines.push({ wish, of });
  }
  const fee = input.returnShippingFee?.amount;
  if (fee && fee.currencyCode !== order.presentmentCurrency) {
    return refused(
      [root, "returnShippingFee", "amount", "currencyCode"],
      "Currency must match the order's presentment currency.",
      "INVALID",
    );
  }
  const entry: Return = {
    id: shop.world.nextId("Return"),
    orderId: order.id,
    name: `${order.name}-R${shop.returnsOf(order.id).length + 1}`,
    status,
    createdAt: input.requestedAt ?? shop.world.nowText(),
    closedAt: null,
    requestApprovedAt: status === "OPEN" ? shop.world.nowText() : null,
    decline: null,
    lines: lines.map(({ wish, of }) => returnLine(context, wish, of)),
    exchangeLines: (input.exchangeLineItems ?? []).map((line) => exchangeLine(context, line)),
    shippingFee: fee
      ? { id: shop.world.nextId("Fee"), amount: parseMinor(fee.amount, fee.currencyCode) }
      : null,
    reverseFulfillmentOrders: [],
    workStarted: false,
    reopened: false,
    closesAt: null,
  };
  if (status === "OPEN") entry.reverseFulfillmentOrders = reverseOrders(context.world, entry);
  shop.returns.save(entry);
  return told(context, order, entry, status === "OPEN" ? "opened" : "requested");
}

function told(context: Context, order: Order, entry: Return, what: string): ReturnPayload {
  const issuer = issuerOf(context);
  const at = context.world.nowText();
  order.timeline.push({
    at,
    text: `Return ${entry.name} ${what}`,
    by: issuer.name,
    requestId: issuer.requestId,
  });
  context.shop.orders.save(order);
  announceReturn(context.shop, entry.status === "OPEN" ? "approve" : "request", entry);
  return done(entry);
}

function returnLine({ world }: Context, wish: LineInput, of: FulfilledLine): ReturnLine {
  const definition = reasonDefinitions.find(
    (entry) => entry.id === wish.returnReasonDefinitionId || entry.legacy === wish.returnReason,
  );
  return {
    id: world.nextId("ReturnLineItem"),
    fulfillmentLineId: of.fulfillmentLineId,
    lineId: of.line.id,
    quantity: wish.quantity,
    processedQuantity: 0,
    refundedQuantity: 0,
    reason: wish.returnReason ?? definition?.legacy ?? "UNKNOWN",
    reasonNote: wish.returnReasonNote ?? "",
    reasonDefinitionId: definition?.number ?? null,
    customerNote: wish.customerNote ?? null,
    restockingFee: wish.restockingFee
      ? { id: world.nextId("Fee"), percentage: String(wish.restockingFee.percentage) }
      : null,
  };
}

function exchangeLine({ world, shop }: Context, wish: { variantId?: string | null; quantity: number }) {
  const id = idIn(wish.variantId, "ProductVariant") ?? null;
  const product = shop.products.find((entry) => entry.variants.some((variant) => variant.id === id));
  const price = product?.variants.find((variant) => variant.id === id)?.price ?? 0n;
  return {
    id: world.nextId("ExchangeLineItem"),
    variantId: id,
    title: product?.title ?? "",
    quantity: wish.quantity,
    unitPrice: price,
  };
}
