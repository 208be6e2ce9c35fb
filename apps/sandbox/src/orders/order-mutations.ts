import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import { announceOrder } from "../webhooks/announce.ts";
import { fulfillmentMutations } from "./fulfillment-mutations.ts";
import { cancelOrder } from "./order-cancel.ts";
import { orderCreate } from "./order-create.ts";
import { orderCustomerMutations } from "./order-customer.ts";
import { orderInvoiceSend } from "./order-invoice.ts";
import { orderUpdate } from "./order-update.ts";
import { paymentMutations } from "./payment-mutations.ts";
import { touched } from "./touched.ts";

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
  orderUpdate,
  orderInvoiceSend,
  ...orderCustomerMutations,
  ...paymentMutations,
  ...fulfillmentMutations,
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
};
