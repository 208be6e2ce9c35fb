import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { as, idIn } from "../graphql/gid.ts";
import { matches, parseSearch, type Search, type SearchField } from "../graphql/search.ts";
import type { Order } from "./order.ts";
import { financialStatus, fulfillmentStatus, returnStatus } from "./status.ts";
import { orderTotal } from "./totals.ts";

interface OrdersArguments extends PageArguments {
  query?: string | null;
  sortKey?: string | null;
}

export const orderQueries: Resolvers[string] = {
  order: (_source, { id }: { id: string }, context) => visible(context, idIn(id, "Order")),
  orderByIdentifier: (_source, { identifier }: { identifier: { id?: string } }, context) =>
    visible(context, idIn(identifier.id, "Order")),
  orders: (_source, args: OrdersArguments, context) =>
    connection(sortedOrders(context, args), args, {
      idOf: (order) => order.id,
      field: (args.sortKey ?? "PROCESSED_AT").toLowerCase(),
    }),
  ordersCount: (_source, args: OrdersArguments & { limit?: number | null }, context) => {
    const count = found(context, args.query).length;
    const limit = args.limit ?? 10_000;
    return count > limit ? { count: limit, precision: "AT_LEAST" } : { count, precision: "EXACT" };
  },
};

/** The order, unless the app may not see that far back. */
export function visible(context: Context, id: number | undefined): Order | null {
  const order = context.shop.orders.get(id);
  return order && isVisible(context, order) ? as("Order", order) : null;
}

const windowMs = 60 * 86_400_000;

/** Without `read_all_orders` an app sees the orders of the last 60 days. */
function isVisible({ installation, world }: Context, order: Order): boolean {
  if (installation.scopes.includes("read_all_orders")) return true;
  return Date.parse(order.createdAt) >= world.now().getTime() - windowMs;
}

function sortedOrders(context: Context, args: OrdersArguments): Order[] {
  const orders = found(context, args.query);
  const key = sortKeys[args.sortKey ?? "PROCESSED_AT"] ?? ((order: Order) => order.id);
  return orders.sort((a, b) => order(key(a), key(b)) || a.id - b.id);
}

const sortKeys: Record<string, (order: Order) => string | number | bigint> = {
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.processedAt,
  UPDATED_AT: (order) => order.updatedAt,
  ORDER_NUMBER: (order) => order.number,
  TOTAL_PRICE: (order) => orderTotal(order),
  ID: (order) => order.id,
};

function order(a: string | number | bigint, b: string | number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function found(context: Context, query: string | null | undefined): Order[] {
  const search = parseSearch(query);
  const name = exactName(search);
  const candidates = name === undefined ? context.shop.orders.all() : byName(context, name);
  const fields = fieldsFor(context);
  return candidates.filter(
    (candidate) => isVisible(context, candidate) && matches(search, candidate, fields),
  );
}

/** A query that demands one name need not look at every order. */
function exactName(search: Search): string | undefined {
  if (
    search.kind === "term" &&
    search.field === "name" &&
    search.operator === "" &&
    !search.value.includes("*")
  )
    return search.value;
  if (search.kind !== "and") return undefined;
  return search.parts.map(exactName).find((name) => name !== undefined);
}

function byName({ shop }: Context, name: string): Order[] {
  const bare = name.toLowerCase().replace(/^#/, "");
  return [...shop.orders.by(bare), ...shop.orders.by(`#${bare}`)];
}

function fieldsFor({ shop }: Context): Record<string, SearchField<Order>> {
  const customer = (candidate: Order) => shop.customers.get(candidate.customerId);
  return {
    default: (candidate) => [
      candidate.name,
      candidate.email ?? "",
      customer(candidate)?.firstName ?? "",
      customer(candidate)?.lastName ?? "",
    ],
    id: (candidate) => candidate.id,
    name: (candidate) => candidate.name,
    email: (candidate) => candidate.email,
    customer_id: (candidate) => candidate.customerId,
    created_at: (candidate) => new Date(candidate.createdAt),
    processed_at: (candidate) => new Date(candidate.processedAt),
    updated_at: (candidate) => new Date(candidate.updatedAt),
    financial_status: (candidate) => financialStatus(candidate),
    fulfillment_status: (candidate) => fulfillmentStatus(candidate),
    return_status: (candidate) => returnStatus(shop.returnsOf(candidate.id)),
    status: (candidate) => (candidate.cancelledAt ? "cancelled" : candidate.closedAt ? "closed" : "open"),
    tag: (candidate) => candidate.tags,
    test: (candidate) => String(candidate.test),
    discount_code: (candidate) =>
      candidate.lines.flatMap((line) => line.discounts.flatMap((share) => share.code ?? [])),
    sku: (candidate) => candidate.lines.flatMap((line) => line.sku ?? []),
    gateway: (candidate) => candidate.transactions.map((transaction) => transaction.gateway),
  };
}
