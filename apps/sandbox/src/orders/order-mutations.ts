import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { takeFromFulfillmentOrders } from "../load/load-order.ts";
import { announceOrder } from "../webhooks/announce.ts";
import type { Order } from "./order.ts";
import { cancelOrder } from "./order-cancel.ts";
import { orderCreate } from "./order-create.ts";
import { orderTotal, received } from "./totals.ts";

interface FulfillmentInput {
  trackingInfo?: { company?: string | null; number?: string | null; url?: string | null } | null;
  lineItemsByFulfillmentOrder: {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null;
  }[];
}

const findOrder = ({ shop }: Context, id: unknown) => shop.orders.get(idIn(id, "Order"));
const noOrder = (field: string[]) => [userError(field, "Order does not exist", "NOT_FOUND")];

export const orderMutations: Resolvers[string] = {
  orderCreate,
  orderCancel: cancelOrder,
  orderDelete: (_source, { orderId }: { orderId: string }, context) => {
    const order = findOrder(context, orderId);
    if (!order) return { deletedId: null, userErrors: noOrder(["orderId"]) };
    for (const entry of context.shop.returnsOf(order.id)) context.shop.returns.delete(entry.id);
    context.shop.orders.delete(order.id);
    announceOrder(context.shop, "delete", order);
    return { deletedId: orderId, userErrors: [] };
  },
  orderUpdate: (
    _source,
    { input }: { input: { id: string; note?: string; tags?: string[]; email?: string } },
    context,
  ) => {
    const order = findOrder(context, input.id);
    if (!order) return { order: null, userErrors: noOrder(["id"]) };
    if (input.note !== undefined) order.note = input.note;
    if (input.email !== undefined) order.email = input.email;
    if (input.tags !== undefined) order.tags = [...input.tags].sort();
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderClose: (_source, { input }: { input: { id: string } }, context) => {
    const order = findOrder(context, input.id);
    if (!order) return { order: null, userErrors: noOrder(["id"]) };
    order.closedAt ??= context.world.nowText();
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderOpen: (_source, { input }: { input: { id: string } }, context) => {
    const order = findOrder(context, input.id);
    if (!order) return { order: null, userErrors: noOrder(["id"]) };
    order.closedAt = null;
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderMarkAsPaid: (_source, { input }: { input: { id: string } }, context) => {
    const order = findOrder(context, input.id);
    if (!order) return { order: null, userErrors: noOrder(["id"]) };
    const open = orderTotal(order) - received(order);
    if (open <= 0n || order.cancelledAt)
      return {
        order: as("Order", order),
        userErrors: [userError(["id"], "Order cannot be marked as paid.")],
      };
    const id = context.world.nextId("OrderTransaction");
    order.transactions.push({
      id,
      kind: "SALE",
      status: "SUCCESS",
      gateway: "manual",
      amount: open,
      parentId: null,
      refundId: null,
      at: context.world.nowText(),
      test: order.test,
    });
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  fulfillmentCreate: (_source, { fulfillment }: { fulfillment: FulfillmentInput }, context) =>
    fulfill(context, fulfillment),
  fulfillmentCreateV2: (_source, { fulfillment }: { fulfillment: FulfillmentInput }, context) =>
    fulfill(context, fulfillment),
  fulfillmentCancel: (_source, { id }: { id: string }, context) => {
    const number = idIn(id, "Fulfillment");
    const order = context.shop.orders.find((entry) =>
      entry.fulfillments.some((fulfillment) => fulfillment.id === number),
    );
    const fulfillment = order?.fulfillments.find((entry) => entry.id === number);
    if (!order || !fulfillment)
      return { fulfillment: null, userErrors: [userError(["id"], "Fulfillment not found.")] };
    fulfillment.status = "CANCELLED";
    touched(context, order);
    return { fulfillment: as("Fulfillment", { order, fulfillment }), userErrors: [] };
  },
};

function fulfill(context: Context, input: FulfillmentInput) {
  const { shop, world } = context;
  const wishes = input.lineItemsByFulfillmentOrder.map((wish) => {
    const number = idIn(wish.fulfillmentOrderId, "FulfillmentOrder");
    const order = shop.orders.find((entry) =>
      entry.fulfillmentOrders.some((candidate) => candidate.id === number),
    );
    const fulfillmentOrder = order?.fulfillmentOrders.find((candidate) => candidate.id === number);
    return { wish, order, fulfillmentOrder };
  });
  const order = wishes[0]?.order;
  if (!order || wishes.some((entry) => entry.order !== order)) {
    return {
      fulfillment: null,
      userErrors: [userError(["fulfillment"], "Fulfillment order does not exist.")],
    };
  }
  if (
    wishes.some(
      (entry) =>
        entry.fulfillmentOrder?.status !== "OPEN" && entry.fulfillmentOrder?.status !== "IN_PROGRESS",
    )
  ) {
    const state = wishes[0]?.fulfillmentOrder?.status.toLowerCase();
    return {
      fulfillment: null,
      userErrors: [
        userError(
          ["fulfillment"],
          `Fulfillment order ${wishes[0]?.fulfillmentOrder?.id} has an unfulfillable status= ${state}.`,
        ),
      ],
    };
  }
  const parts = wishes.flatMap(({ wish, fulfillmentOrder }) => {
    const lines = fulfillmentOrder?.lines ?? [];
    const asked = wish.fulfillmentOrderLineItems;
    if (!asked?.length)
      return lines
        .filter((line) => line.remainingQuantity > 0)
        .map((line) => ({ line, quantity: line.remainingQuantity }));
    return asked.flatMap((part) =>
      lines
        .filter((line) => line.id === idIn(part.id, "FulfillmentOrderLineItem"))
        .map((line) => ({ line, quantity: part.quantity })),
    );
  });
  if (
    parts.length === 0 ||
    parts.some(({ line, quantity }) => quantity < 1 || quantity > line.remainingQuantity)
  ) {
    return {
      fulfillment: null,
      userErrors: [userError(["fulfillment"], "Invalid fulfillment order line item quantity requested.")],
    };
  }
  const at = world.nowText();
  const tracking = input.trackingInfo
    ? {
        company: input.trackingInfo.company ?? null,
        number: input.trackingInfo.number ?? null,
        url: input.trackingInfo.url ?? null,
      }
    : null;
  const fulfillment: Order["fulfillments"][number] = {
    id: world.nextId("Fulfillment"),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    lines: parts.map(({ line, quantity }) => ({
      id: world.nextId("FulfillmentLineItem"),
      lineId: line.lineId,
      quantity,
    })),
    at,
    deliveredAt: null,
    tracking,
  };
  order.fulfillments.push(fulfillment);
  for (const { line, quantity } of parts) takeFromFulfillmentOrders(order, line.lineId, quantity);
  touched(context, order);
  return { fulfillment: as("Fulfillment", { order, fulfillment }), userErrors: [] };
}

function touched({ shop, world }: Context, order: Order): Order {
  order.updatedAt = world.nowText();
  shop.orders.save(order);
  announceOrder(shop, "updated", order);
  return order;
}
