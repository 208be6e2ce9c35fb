import type { Context } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { announceReturn } from "../webhooks/announce.ts";
import { done, findReturn, type ReturnPayload, refused } from "./find.ts";
import type { Return, ReturnStatus } from "./return.ts";
import { reverseOrders } from "./reverse-orders.ts";

const notFound = (...field: string[]) => refused(field, "Return not found.", "NOT_FOUND");

/** REQUESTED → OPEN. */
export function returnApproveRequest(
  _source: unknown,
  { input }: { input: { id: string } },
  context: Context,
): ReturnPayload {
  const entry = findReturn(context, input.id);
  if (!entry) return notFound("input", "id");
  if (entry.status !== "REQUESTED") {
    return refused(
      ["input", "id"],
      "Return is not approvable. Only returns with status REQUESTED can be approved.",
      "INVALID_STATE",
    );
  }
  entry.requestApprovedAt = context.world.nowText();
  entry.reverseFulfillmentOrders = reverseOrders(context.world, entry);
  return become(context, entry, "OPEN", "approve");
}

/** REQUESTED → DECLINED; its pieces may be asked for again. */
export function returnDeclineRequest(
  _source: unknown,
  { input }: { input: { id: string; declineReason: string; declineNote?: string | null } },
  context: Context,
): ReturnPayload {
  const entry = findReturn(context, input.id);
  if (!entry) return notFound("input", "id");
  if (entry.status === "DECLINED")
    return refused(["input", "id"], "The return is already declined.", "INVALID_STATE");
  if (entry.status !== "REQUESTED") {
    return refused(
      ["input", "id"],
      "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.",
      "INVALID_STATE",
    );
  }
  if ((input.declineNote ?? "").length > 500) {
    return refused(
      ["input", "declineNote"],
      "Decline note is too long (maximum is 500 characters)",
      "TOO_LONG",
    );
  }
  entry.decline = { reason: input.declineReason, note: input.declineNote ?? null };
  return become(context, entry, "DECLINED", "decline");
}

/** OPEN → CLOSED; closing a closed one changes nothing. */
export function returnClose(_source: unknown, { id }: { id: string }, context: Context): ReturnPayload {
  const entry = findReturn(context, id);
  if (!entry) return notFound("id");
  if (entry.status === "CLOSED") return done(entry);
  if (entry.status !== "OPEN") return refused(["id"], "Return status is invalid.", "INVALID_STATE");
  return close(context, entry);
}

/** CLOSED → OPEN; reopening an open one changes nothing. */
export function returnReopen(_source: unknown, { id }: { id: string }, context: Context): ReturnPayload {
  const entry = findReturn(context, id);
  if (!entry) return notFound("id");
  if (entry.status === "OPEN") return done(entry);
  if (entry.status !== "CLOSED") return refused(["id"], "Return status is invalid.", "INVALID_STATE");
  entry.closedAt = null;
  entry.closesAt = null;
  entry.reopened = true;
  for (const reverse of entry.reverseFulfillmentOrders) reverse.status = "OPEN";
  return become(context, entry, "OPEN", "reopen");
}

/** OPEN → CANCELED, before any work has been done on it. */
export function returnCancel(_source: unknown, { id }: { id: string }, context: Context): ReturnPayload {
  const entry = findReturn(context, id);
  if (!entry) return notFound("id");
  if (entry.status === "CANCELED") return done(entry);
  if (entry.status !== "OPEN" || entry.workStarted)
    return refused(["id"], "Return is not cancelable.", "INVALID_STATE");
  for (const reverse of entry.reverseFulfillmentOrders) reverse.status = "CANCELED";
  return become(context, entry, "CANCELED", "cancel");
}

interface RemoveArguments {
  returnId: string;
  returnLineItems?: { returnLineItemId: string; quantity: number }[] | null;
}

/** Takes pieces out of a return; one without any pieces left is closed. */
export function removeFromReturn(
  _source: unknown,
  { returnId, returnLineItems }: RemoveArguments,
  context: Context,
): ReturnPayload {
  const entry = findReturn(context, returnId);
  if (!entry) return notFound("returnId");
  if (entry.status !== "OPEN" && entry.status !== "REQUESTED")
    return refused(["returnId"], "Return status is invalid.", "INVALID_STATE");
  const wishes = returnLineItems ?? [];
  for (const [index, wish] of wishes.entries()) {
    const line = entry.lines.find(
      (candidate) => candidate.id === idIn(wish.returnLineItemId, "ReturnLineItem"),
    );
    const at = ["returnLineItems", String(index)];
    if (!line) return refused([...at, "returnLineItemId"], "Return line item not found.", "NOT_FOUND");
    const open = line.quantity - Math.max(line.processedQuantity, line.refundedQuantity);
    if (wish.quantity < 1 || wish.quantity > open)
      return refused([...at, "quantity"], "Return line item has an invalid quantity.", "INVALID");
  }
  for (const wish of wishes) {
    const line = entry.lines.find(
      (candidate) => candidate.id === idIn(wish.returnLineItemId, "ReturnLineItem"),
    );
    if (line) takeOut(entry, line.id, wish.quantity);
  }
  entry.lines = entry.lines.filter((line) => line.quantity > 0);
  if (entry.lines.length === 0) return close(context, entry);
  context.shop.returns.save(entry);
  announceReturn(context.shop, "update", entry);
  return done(entry);
}

function takeOut(entry: Return, returnLineId: number, quantity: number): void {
  for (const line of entry.lines) if (line.id === returnLineId) line.quantity -= quantity;
  for (const reverse of entry.reverseFulfillmentOrders) {
    for (const line of reverse.lines) if (line.returnLineId === returnLineId) line.totalQuantity -= quantity;
    reverse.lines = reverse.lines.filter((line) => line.totalQuantity > 0);
  }
}

function close(context: Context, entry: Return): ReturnPayload {
  entry.closedAt = context.world.nowText();
  for (const reverse of entry.reverseFulfillmentOrders) reverse.status = "CLOSED";
  return become(context, entry, "CLOSED", "close");
}

function become(
  { shop }: Context,
  entry: Return,
  status: ReturnStatus,
  topic: Parameters<typeof announceReturn>[1],
): ReturnPayload {
  entry.status = status;
  shop.returns.save(entry);
  announceReturn(shop, topic, entry);
  return done(entry);
}

/** Makes what was processed completely read as closed: recorded to happen after the mutation has answered. */
export function settleClosings(shop: Context["shop"]): void {
  if (shop.closingReturns.size === 0) return;
  for (const id of shop.closingReturns) {
    const entry = shop.returns.get(id);
    if (entry?.closesAt && entry.status === "OPEN") {
      entry.status = "CLOSED";
      entry.closedAt = entry.closesAt;
      entry.closesAt = null;
      for (const reverse of entry.reverseFulfillmentOrders) reverse.status = "CLOSED";
      shop.returns.save(entry);
      announceReturn(shop, "close", entry);
    }
  }
  shop.closingReturns.clear();
}
