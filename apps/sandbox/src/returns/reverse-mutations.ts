import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { as, idIn } from "../graphql/gid.ts";
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
    const id = idIn(args.reverseFulfillmentOrderId, "ReverseFulfillmentOrder");
    const entry = shop.returns.find((candidate) =>
      candidate.reverseFulfillmentOrders.some((reverse) => reverse.id === id),
    );
    const reverse = entry?.reverseFulfillmentOrders.find((candidate) => candidate.id === id);
    const refuse = (error: UserError) => ({ reverseDelivery: null, userErrors: [error] });
    if (!entry || !reverse)
      return refuse(
        userError(["reverseFulfillmentOrderId"], "Reverse fulfillment order not found.", "NOT_FOUND"),
      );
    if (reverse.status !== "OPEN")
      return refuse(
        userError(["reverseFulfillmentOrderId"], "Reverse fulfillment order is not open.", "INVALID_STATE"),
      );
    const wishes =
      args.reverseDeliveryLineItems.length > 0
        ? args.reverseDeliveryLineItems.map((wish) => ({
            id: idIn(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem"),
            quantity: wish.quantity,
          }))
        : reverse.lines.map((line) => ({ id: line.id as number | undefined, quantity: line.totalQuantity }));
    for (const [index, wish] of wishes.entries()) {
      const line = reverse.lines.find((candidate) => candidate.id === wish.id);
      const at = ["reverseDeliveryLineItems", String(index)];
      if (!line)
        return refuse(
          userError(
            [...at, "reverseFulfillmentOrderLineItemId"],
            "Reverse fulfillment order line item not found.",
            "NOT_FOUND",
          ),
        );
      if (wish.quantity < 1 || wish.quantity > line.totalQuantity)
        return refuse(userError([...at, "quantity"], "Quantity is invalid.", "INVALID"));
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
    const id = idIn(args.reverseDeliveryId, "ReverseDelivery");
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
      userErrors: [userError(["reverseDeliveryId"], "Reverse delivery not found.", "NOT_FOUND")],
    };
  },
  reverseFulfillmentOrderDispose: (
    _source,
    { dispositionInputs }: { dispositionInputs: DispositionInput[] },
    context,
  ) => {
    const entry = returnOf(context, dispositionInputs);
    const refuse = (error: UserError) => ({ reverseFulfillmentOrderLineItems: null, userErrors: [error] });
    if (!entry)
      return refuse(
        userError(
          ["dispositionInputs", "0", "reverseFulfillmentOrderLineItemId"],
          "Reverse fulfillment order line item not found.",
          "NOT_FOUND",
        ),
      );
    const wrong = undisposable(entry, dispositionInputs);
    if (wrong) return refuse(userError(["dispositionInputs", ...wrong.path], wrong.message, wrong.code));
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
  const id = idIn(wishes[0]?.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem");
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
