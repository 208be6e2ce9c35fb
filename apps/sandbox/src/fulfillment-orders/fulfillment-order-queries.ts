import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { as } from "../graphql/gid.ts";
import { matches, parseSearch, type SearchField } from "../graphql/search.ts";
import { visible } from "../orders/order-queries.ts";
import { type FulfillmentOrderSource, findFulfillmentOrder } from "./find.ts";

interface ListArguments extends PageArguments {
  query?: string | null;
  includeClosed?: boolean | null;
}

export const fulfillmentOrderQueries: Resolvers[string] = {
  fulfillmentOrder: (_source, { id }: { id: string }, context) => {
    const found = findFulfillmentOrder(context, id);
    return found && visible(context, found.order.id)
      ? as("FulfillmentOrder", { ...found, alone: true })
      : null;
  },
  fulfillmentOrders: (_source, args: ListArguments, context) =>
    page(
      all(context).filter((entry) => args.includeClosed || entry.fulfillmentOrder.status !== "CLOSED"),
      args,
    ),
  manualHoldsFulfillmentOrders: (_source, args: ListArguments, context) =>
    page(
      all(context).filter((entry) => entry.fulfillmentOrder.status === "ON_HOLD"),
      args,
    ),
};

/** By number, which is the order they were made in. */
function all(context: Context): FulfillmentOrderSource[] {
  return context.shop.orders
    .all()
    .filter((order) => visible(context, order.id))
    .flatMap((order) => order.fulfillmentOrders.map((fulfillmentOrder) => ({ order, fulfillmentOrder })))
    .sort((a, b) => a.fulfillmentOrder.id - b.fulfillmentOrder.id);
}

function page(entries: readonly FulfillmentOrderSource[], args: ListArguments) {
  const search = parseSearch(args.query);
  return connection(
    entries.filter((entry) => matches(search, entry, fields)),
    args,
    { idOf: (entry) => entry.fulfillmentOrder.id },
  );
}

const fields: Record<string, SearchField<FulfillmentOrderSource>> = {
  id: ({ fulfillmentOrder }) => fulfillmentOrder.id,
  status: ({ fulfillmentOrder }) => fulfillmentOrder.status,
  assigned_location_id: ({ fulfillmentOrder }) => fulfillmentOrder.locationId,
  updated_at: ({ order, fulfillmentOrder }) => new Date(fulfillmentOrder.updatedAt ?? order.updatedAt),
};
