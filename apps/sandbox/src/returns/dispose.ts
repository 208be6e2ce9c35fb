import type { Context } from "../graphql/context.ts";
import { idIn, idOfKind } from "../graphql/gid.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Return, ReverseFulfillmentLine, ReverseFulfillmentOrder } from "./return.ts";

export interface DispositionInput {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: string;
  locationId?: string | null;
}

export interface DispositionProblem {
  /** Below the list of dispositions. */
  path: string[];
  message: string;
  code: string;
}

/**
 * Everything that keeps dispositions from being written; empty when they can be. All of them must belong to one
 * reverse fulfillment order, of which an unknown line is never a part (recorded).
 */
export function undisposable(
  { shop }: Context,
  entry: Return | undefined,
  wishes: readonly DispositionInput[],
): DispositionProblem[] {
  const owners = new Set(wishes.map((wish) => entry && reverseOrderOf(entry, wish)));
  if (wishes.length > 0 && (owners.size > 1 || owners.has(undefined))) {
    return [
      {
        path: [],
        message: "Cannot dispose items from more than one reverse fulfillment order.",
        code: "INVALID",
      },
    ];
  }
  return wishes.flatMap((wish, index) => {
    const line = entry && lineOf(entry, wish);
    return entry && line ? problemsOf(shop, entry, line, wish, [String(index)]) : [];
  });
}

function problemsOf(
  shop: ShopWorld,
  entry: Return,
  line: ReverseFulfillmentLine,
  wish: DispositionInput,
  at: string[],
): DispositionProblem[] {
  const problems: DispositionProblem[] = [];
  const restocks = wish.dispositionType === "RESTOCKED";
  const locationId = wish.locationId ? idOfKind(wish.locationId, "Location") : undefined;
  if (restocks && isCustom(shop, entry, line)) {
    const message = "RESTOCKED is an invalid disposition type for a custom line item.";
    problems.push({ path: [...at, "dispositionType"], message, code: "INVALID" });
  }
  if (wish.locationId && !shop.locations.get(locationId))
    problems.push({ path: [...at, "locationId"], message: "Location not found.", code: "NOT_FOUND" });
  if (restocks && !wish.locationId)
    problems.push({ path: [...at, "locationId"], message: "Location can't be blank.", code: "BLANK" });
  if (wish.quantity < 1 || wish.quantity > undisposed(line))
    problems.push({ path: [...at, "quantity"], message: "Quantity is invalid.", code: "INVALID" });
  return problems;
}

/** An item without a variant has no stock that it could go back to. */
function isCustom(shop: ShopWorld, entry: Return, line: ReverseFulfillmentLine): boolean {
  const of = entry.lines.find(({ id }) => id === line.returnLineId);
  const bought = shop.orders.get(entry.orderId)?.lines.find(({ id }) => id === of?.lineId);
  return bought?.variantId === null;
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
  const id = idOfKind(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem");
  return reverseOrderOf(entry, wish)?.lines.find((line) => line.id === id);
}

function reverseOrderOf(entry: Return, wish: DispositionInput): ReverseFulfillmentOrder | undefined {
  const id = idOfKind(wish.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem");
  return entry.reverseFulfillmentOrders.find((reverse) => reverse.lines.some((line) => line.id === id));
}
