import { addressOf } from "../customers/address-mutations.ts";
import { addressesOf } from "../customers/customer.ts";
import { visible } from "../orders/order-queries.ts";
import { fulfilledLine } from "../returns/find.ts";
import { reasonDefinitions } from "../returns/reasons.ts";
import { movementSource } from "../store-credit/account-resolvers.ts";
import type { Context } from "./context.ts";
import { as, gid, parseGid } from "./gid.ts";

/** node(id): anything that has a number of its own. */
export function node(context: Context, id: string): object | null {
  const parsed = parseGid(id);
  if (!parsed) return null;
  return finders[parsed.type]?.(context, parsed.id) ?? null;
}

type Finder = (context: Context, id: number) => object | null | undefined;

const named = <T extends object>(type: string, record: T | undefined) => (record ? as(type, record) : null);
const movement: Finder = ({ shop }, id) => {
  const found = shop.creditMovements.get(id);
  return found && movementSource(found);
};

const finders: Record<string, Finder> = {
  Shop: ({ shop }) => as("Shop", shop.shop),
  AppInstallation: ({ installation }) => as("AppInstallation", installation),
  Order: visible,
  Customer: ({ shop }, id) => named("Customer", shop.customers.get(id)),
  MailingAddress: ({ shop }, id) => {
    const customer = shop.customers.find((entry) => addressesOf(entry).some((address) => address.id === id));
    const address = customer && addressesOf(customer).find((entry) => entry.id === id);
    return customer && named("MailingAddress", addressOf(address) ?? undefined);
  },
  CompanyLocation: ({ shop }, id) => {
    const company = shop.orders.find((order) => order.company?.locationId === id)?.company;
    return company && as("CompanyLocation", { id: gid("CompanyLocation", id), name: company.locationName });
  },
  Product: ({ shop }, id) => named("Product", shop.products.get(id)),
  Location: ({ shop }, id) => named("Location", shop.locations.get(id)),
  Return: ({ shop }, id) => named("Return", shop.returns.get(id)),
  StoreCreditAccount: ({ shop }, id) => named("StoreCreditAccount", shop.accounts.get(id)),
  StoreCreditAccountCreditTransaction: movement,
  StoreCreditAccountDebitTransaction: movement,
  StoreCreditAccountDebitRevertTransaction: movement,
  ProductVariant: ({ shop }, id) => {
    const product = shop.products.find((entry) => entry.variants.some((variant) => variant.id === id));
    const variant = product?.variants.find((entry) => entry.id === id);
    return product && variant && as("ProductVariant", { product, variant });
  },
  Refund: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "Refund",
        wrap(
          order.refunds.find((entry) => entry.id === id),
          (refund) => ({ order, refund }),
        ),
      ),
    ),
  OrderTransaction: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "OrderTransaction",
        wrap(
          order.transactions.find((entry) => entry.id === id),
          (transaction) => ({ order, transaction }),
        ),
      ),
    ),
  LineItem: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "LineItem",
        wrap(
          order.lines.find((entry) => entry.id === id),
          (line) => ({ order, line }),
        ),
      ),
    ),
  Fulfillment: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "Fulfillment",
        wrap(
          order.fulfillments.find((entry) => entry.id === id),
          (fulfillment) => ({ order, fulfillment }),
        ),
      ),
    ),
  FulfillmentLineItem: ({ shop }, id) =>
    inOrders(shop, (order) => named("FulfillmentLineItem", fulfilledLine(order, id))),
  FulfillmentOrder: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "FulfillmentOrder",
        wrap(
          order.fulfillmentOrders.find((entry) => entry.id === id),
          (fulfillmentOrder) => ({ order, fulfillmentOrder }),
        ),
      ),
    ),
  FulfillmentOrderLineItem: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "FulfillmentOrderLineItem",
        wrap(
          order.fulfillmentOrders.flatMap(({ lines }) => lines).find((part) => part.id === id),
          (part) => ({ order, part, line: order.lines.find((line) => line.id === part.lineId) }),
        ),
      ),
    ),
  FulfillmentHold: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "FulfillmentHold",
        order.fulfillmentOrders.flatMap(({ holds = [] }) => holds).find((hold) => hold.id === id),
      ),
    ),
  FulfillmentEvent: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "FulfillmentEvent",
        order.fulfillments.flatMap(({ events = [] }) => events).find((event) => event.id === id),
      ),
    ),
  ReturnableFulfillment: ({ shop }, id) =>
    inOrders(shop, (order) =>
      named(
        "ReturnableFulfillment",
        wrap(
          order.fulfillments.find((entry) => entry.id === id && entry.status === "SUCCESS"),
          (fulfillment) => ({ order, fulfillment }),
        ),
      ),
    ),
  ReturnLineItem: ({ shop }, id) =>
    inReturns(shop, (entry) =>
      named(
        "ReturnLineItem",
        wrap(
          entry.lines.find((line) => line.id === id),
          (line) => ({ entry, line }),
        ),
      ),
    ),
  ReverseFulfillmentOrder: ({ shop }, id) =>
    inReturns(shop, (entry) =>
      named(
        "ReverseFulfillmentOrder",
        wrap(
          entry.reverseFulfillmentOrders.find((reverse) => reverse.id === id),
          (reverse) => ({ entry, reverse }),
        ),
      ),
    ),
  ReverseDelivery: ({ shop }, id) =>
    inReturns(shop, (entry) => {
      const reverse = entry.reverseFulfillmentOrders.find((candidate) =>
        candidate.deliveries.some((delivery) => delivery.id === id),
      );
      const delivery = reverse?.deliveries.find((candidate) => candidate.id === id);
      return reverse && delivery ? as("ReverseDelivery", { entry, reverse, delivery }) : null;
    }),
  ReverseFulfillmentOrderLineItem: ({ shop }, id) =>
    inReturns(shop, (entry) =>
      named(
        "ReverseFulfillmentOrderLineItem",
        wrap(
          entry.reverseFulfillmentOrders.flatMap(({ lines }) => lines).find((line) => line.id === id),
          (line) => ({ entry, line }),
        ),
      ),
    ),
  ReverseDeliveryLineItem: ({ shop }, id) =>
    inReturns(shop, (entry) => {
      const lines = entry.reverseFulfillmentOrders.flatMap((reverse) => reverse.lines);
      const parts = entry.reverseFulfillmentOrders
        .flatMap((reverse) => reverse.deliveries)
        .flatMap((delivery) => delivery.lines);
      const part = parts.find((candidate) => candidate.id === id);
      const line = lines.find((candidate) => candidate.id === part?.reverseLineId);
      return part && line ? as("ReverseDeliveryLineItem", { entry, part, line }) : null;
    }),
  ReturnReasonDefinition: (_context, id) => named("ReturnReasonDefinition", reasonDefinitions[id - 1]),
};

function inOrders(
  shop: Context["shop"],
  find: (order: ReturnType<Context["shop"]["orders"]["all"]>[number]) => object | null,
): object | null {
  for (const order of shop.orders.all()) {
    const found = find(order);
    if (found) return found;
  }
  return null;
}

function inReturns(
  shop: Context["shop"],
  find: (entry: ReturnType<Context["shop"]["returns"]["all"]>[number]) => object | null,
): object | null {
  for (const entry of shop.returns.all()) {
    const found = find(entry);
    if (found) return found;
  }
  return null;
}

function wrap<T, R>(value: T | undefined, as: (value: T) => R): R | undefined {
  return value === undefined ? undefined : as(value);
}
