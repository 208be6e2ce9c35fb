import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn, idOfKind } from "../graphql/gid.ts";
import { type DispositionInput, dispose, undisposable } from "./dispose.ts";
import type { Return, ReverseDelivery } from "./return.ts";

interface Tracking {
  number?: string | null;
  url?: string | null;
}

interface ShipArguments {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  trackingInput?: Tracking | null;
  labelInput?: { fileUrl?: string | null } | null;
}

export const reverseMutations: Resolvers[string] = {
  /** An empty list of lines means all of them. */
  reverseDeliveryCreateWithShipping: (_source, args: ShipArguments, context) => {
    const { shop, world } = context;
    const id = idOfKind(args.reverseFulfillmentOrderId, "ReverseFulfillmentOrder");
    const entry = shop.returns.find((candidate) =>
      candidate.reverseFulfillmentOrders.some((reverse) => reverse.id === id),
    );
    const reverse = entry?.reverseFulfillmentOrders.find((candidate) => candidate.id === id);
    const refuse = (error: UserError) => ({ reverseDelivery: null, userErrors: [error] });
    if (!entry || !reverse)
      return refuse(
        userError(["reverseFulfillmentOrderId"], "Reverse fulfillment order was not found.", "NOT_FOUND"),
      );
    if (reverse.status !== "OPEN")
      return refuse(
        userError(["reverseFulfillmentOrderId"], "Reverse fulfillment order is not open.", "INVALID_STATE"),
      );
    const wishes =
      args.reverseDeliveryLineItems.length > 0
        ? args.reverseDeliveryLineItems.map((wish) => ({
            id: idOfKind(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem"),
            quantity: wish.quantity,
          }))
        : reverse.lines.map((line) => ({ id: line.id as number | undefined, quantity: line.totalQuantity }));
    for (const [index, wish] of wishes.entries()) {
      const line = reverse.lines.find((candidate) => candidate.id === wish.id);
      const at = ["reverseDeliveryLineItems", String(index)];
      if (!line) return refuse(userError([...at, "reverseFulfillmentOrderLineItemId"], "must exist"));
      const before = wishes.slice(0, index).filter((other) => other.id === wish.id);
      const sent = before.reduce((all, other) => all + other.quantity, 0);
      if (wish.quantity < 1 || sent + wish.quantity > line.totalQuantity)
        return refuse(userError([...at, "quantity"], "cannot deliver more items than are returned"));
    }
    const delivery: ReverseDelivery = {
      id: world.nextId("ReverseDelivery"),
      lines: wishes.map((wish) => ({
        id: world.nextId("ReverseDeliveryLineItem"),
        reverseLineId: wish.id ?? 0,
        quantity: wish.quantity,
      })),
      ...shipping(args),
    };
    reverse.deliveries.push(delivery);
    shop.returns.save(entry);
    return { reverseDelivery: as("ReverseDelivery", { entry, reverse, delivery }), userErrors: [] };
  },
  reverseDeliveryShippingUpdate: (
    _source,
    args: Omit<ShipArguments, "reverseDeliveryLineItems"> & { reverseDeliveryId: string },
    { shop },
  ) => {
    const id = idOfKind(args.reverseDeliveryId, "ReverseDelivery");
    for (const entry of shop.returns.all()) {
      for (const reverse of entry.reverseFulfillmentOrders) {
        const delivery = reverse.deliveries.find((candidate) => candidate.id === id);
        if (!delivery) continue;
        const { tracking, label } = shipping(args);
        Object.assign(delivery, { tracking: tracking ?? delivery.tracking, label: label ?? delivery.label });
        shop.returns.save(entry);
        return { reverseDelivery: as("ReverseDelivery", { entry, reverse, delivery }), userErrors: [] };
      }
    }
    return {
      reverseDelivery: null,
      userErrors: [userError(["reverseDeliveryId"], "Reverse delivery was not found.", "NOT_FOUND")],
    };
  },
  reverseFulfillmentOrderDispose: (
    _source,
    { dispositionInputs }: { dispositionInputs: DispositionInput[] },
    context,
  ) => {
    const entry = returnOf(context, dispositionInputs);
    const refuse = (userErrors: UserError[]) => ({ reverseFulfillmentOrderLineItems: null, userErrors });
    if (dispositionInputs.length === 0)
      return refuse([userError(["dispositionInputs"], "The array cannot be empty.", "BLANK")]);
    const wrong = undisposable(context, entry, dispositionInputs);
    if (!entry || wrong.length > 0)
      return refuse(
        wrong.map(({ path, message, code }) => userError(["dispositionInputs", ...path], message, code)),
      );
    dispose(context, entry, dispositionInputs);
    context.shop.returns.save(entry);
    const ids = dispositionInputs.map((wish) =>
      idIn(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem"),
    );
    const lines = entry.reverseFulfillmentOrders
      .flatMap((reverse) => reverse.lines)
      .filter((line) => ids.includes(line.id));
    return {
      reverseFulfillmentOrderLineItems: lines.map((line) =>
        as("ReverseFulfillmentOrderLineItem", { entry, line }),
      ),
      userErrors: [],
    };
  },
};

function returnOf({ shop }: Context, wishes: DispositionInput[]): Return | undefined {
  const [first] = wishes;
  const id = first && idOfKind(first.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem");
  return shop.returns.find((entry) =>
    entry.reverseFulfillmentOrders.some((reverse) => reverse.lines.some((line) => line.id === id)),
  );
}

function shipping({
  trackingInput,
  labelInput,
}: Pick<ShipArguments, "trackingInput" | "labelInput">): Pick<ReverseDelivery, "tracking" | "label"> {
  return {
    tracking: trackingInput
      ? { number: trackingInput.number ?? null, url: trackingInput.url ?? null, carrierName: null }
      : null,
    label: labelInput?.fileUrl ? { url: labelInput.fileUrl } : null,
  };
}
