import type { Customer } from "../customers/customer.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
import type { OrderInput } from "./order-input.ts";
import { touched } from "./touched.ts";

/** Whose order it becomes: the customer named, or whoever has its e-mail address, made where nobody has it yet. */
export function customerOf(context: Context, input: OrderInput): Customer | undefined {
  const { shop, world } = context;
  const id = idIn(input.customer?.toAssociate?.id ?? input.customerId, "Customer");
  if (id !== undefined) return shop.customers.get(id);
  const upsert = input.customer?.toUpsert ?? (input.email ? { email: input.email } : undefined);
  if (!upsert) return undefined;
  const email = upsert.email?.toLowerCase();
  const known = shop.customers.find((entry) => entry.email !== null && entry.email.toLowerCase() === email);
  if (known) return known;
  const now = world.nowText();
  return shop.customers.save({
    id: world.nextId("Customer"),
    email: upsert.email ?? null,
    firstName: ("firstName" in upsert ? upsert.firstName : null) ?? null,
    lastName: ("lastName" in upsert ? upsert.lastName : null) ?? null,
    phone: null,
    locale: shop.shop.primaryLocale,
    tags: [],
    note: null,
    state: "DISABLED",
    address: null,
    createdAt: now,
    updatedAt: now,
  });
}

/** Giving an order to somebody, or to nobody. */
export const orderCustomerMutations: Resolvers[string] = {
  orderCustomerSet: (_source, args: { orderId: string; customerId: string }, context) => {
    const order = context.shop.orders.get(idIn(args.orderId, "Order"));
    if (!order) return refused("orderId", "Order does not exist", "NOT_FOUND");
    const customer = context.shop.customers.get(idIn(args.customerId, "Customer"));
    if (!customer) return refused("customerId", "Customer does not exist", "NOT_FOUND");
    if (order.company)
      return refused(
        "customerId",
        "Customer does not have the permissions to place this order",
        "NOT_PERMITTED",
      );
    order.customerId = customer.id;
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
  orderCustomerRemove: (_source, args: { orderId: string }, context) => {
    const order = context.shop.orders.get(idIn(args.orderId, "Order"));
    if (!order) return refused("orderId", "Order does not exist", "NOT_FOUND");
    if (order.company) return refused("orderId", "Action not permitted on B2B Orders", "INVALID");
    order.customerId = null;
    return { order: as("Order", touched(context, order)), userErrors: [] };
  },
};

function refused(field: string, message: string, code: string) {
  return { order: null, userErrors: [userError([field], message, code)] };
}
