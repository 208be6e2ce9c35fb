import type { Context } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import type { Return, ReverseFulfillmentLine } from "./return.ts";

export interface DispositionInput {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: string;
  locationId?: string | null;
}

/** Why a disposition cannot be written; undefined when it can. The path is below the list of dispositions. */
export function undisposable(
  entry: Return,
  wishes: readonly DispositionInput[],
): { path: string[]; message: string; code: string } | undefined {
  for (const [index, wish] of wishes.entries()) {
    const line = lineOf(entry, wish);
    const at = [String(index)];
    if (!line)
      return {
        path: [...at, "reverseFulfillmentOrderLineItemId"],
        message: "Reverse fulfillment order line item not found.",
        code: "NOT_FOUND",
      };
    if (wish.quantity < 1 || wish.quantity > undisposed(line)) {
      return { path: [...at, "quantity"], message: "Quantity is invalid.", code: "INVALID" };
    }
    if (wish.dispositionType === "RESTOCKED" && !wish.locationId) {
      return { path: [...at, "locationId"], message: "Location can't be blank.", code: "BLANK" };
    }
  }
  return undefined;
}

export function dispose({ world }: Context, entry: Return, wishes: readonly DispositionInput[]): void {
  for (const wish of wishes) {
    lineOf(entry, wish)?.dispositions.push({
      id: world.nextId("ReverseFulfillmentOrderDisposition"),
      type: wish.dispositionType,
      quantity: wish.quantity,
      locationId: idIn(wish.locationId, "Location") ?? null,
      at: world.nowText(),
    });
    entry.workStarted = true;
  }
}

export function undisposed(line: ReverseFulfillmentLine): number {
  return line.totalQuantity - line.dispositions.reduce((all, entry) => all + entry.quantity, 0);
}

function lineOf(entry: Return, wish: DispositionInput): ReverseFulfillmentLine | undefined {
  const id = idIn(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem");
  return entry.reverseFulfillmentOrders.flatMap((reverse) => reverse.lines).find((line) => line.id === id);
}
