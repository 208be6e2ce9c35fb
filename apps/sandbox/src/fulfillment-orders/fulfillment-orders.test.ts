import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const fields =
  "id status supportedActions { action } fulfillmentHolds { id } lineItems(first: 5) { nodes { id totalQuantity remainingQuantity lineItem { fulfillableQuantity } } }";
const places = [{ name: "Warehouse" }, { name: "Shop floor" }];

interface Part {
  id: string;
  status: string;
  supportedActions: { action: string }[];
  lineItems: { nodes: { id: string; totalQuantity: number; remainingQuantity: number }[] };
}

/** An order of some shirts that nobody has sent yet, and what is to be sent of it. */
async function toSend(bloom: TestShop, quantity = 3) {
  const answer = await bloom.data(
    `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id fulfillmentOrders(first: 1) { nodes { ${fields} } } } } }`,
    { order: { lineItems: [{ title: "Shirt", quantity, requiresShipping: true, priceSet: price }] } },
  );
  const { id, fulfillmentOrders } = answer.orderCreate.order;
  const [first] = fulfillmentOrders.nodes as Part[];
  return { orderId: id as string, id: first?.id ?? "", line: first?.lineItems.nodes[0]?.id ?? "" };
}

const price = { shopMoney: { amount: "20.00", currencyCode: "USD" } };

async function read(bloom: TestShop, orderId: string) {
  const answer = await bloom.data(
    `query($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillmentOrders(first: 5) { nodes { ${fields} } } } }`,
    { id: orderId },
  );
  const { displayFulfillmentStatus: status, fulfillmentOrders } = answer.order;
  const parts = fulfillmentOrders.nodes as Part[];
  return {
    status: status as string,
    parts,
    pieces: parts.map((part) => part.lineItems.nodes.map((line) => line.remainingQuantity)),
    states: parts.map((part) => part.status),
  };
}

const actionsOf = (part: Part | undefined) => part?.supportedActions.map(({ action }) => action);

async function hold(bloom: TestShop, id: string, fulfillmentHold: object) {
  const answer = await bloom.data(
    `mutation($id: ID!, $hold: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold { id handle displayReason heldByRequestingApp } fulfillmentOrder { ${fields} } remainingFulfillmentOrder { ${fields} } userErrors { field message code } } }`,
    { id, hold: { reason: "OTHER", ...fulfillmentHold } },
  );
  return answer.fulfillmentOrderHold;
}

test("holding some pieces leaves the others to a fulfillment order of their own, until the hold is released", async () => {
  const bloom = openShop();
  const { orderId, id, line } = await toSend(bloom);
  const held = await hold(bloom, id, {
    handle: "first",
    fulfillmentOrderLineItems: [{ id: line, quantity: 1 }],
  });
  expect(held.fulfillmentHold).toMatchObject({
    handle: "first",
    displayReason: "Other",
    heldByRequestingApp: true,
  });
  expect(held.fulfillmentOrder).toMatchObject({
    id,
    status: "ON_HOLD",
    lineItems: { nodes: [{ id: line }] },
  });
  expect(actionsOf(held.fulfillmentOrder)).toEqual(["RELEASE_HOLD", "HOLD", "MOVE"]);
  expect(held.remainingFulfillmentOrder.lineItems.nodes).toMatchObject([
    { totalQuantity: 2, lineItem: { fulfillableQuantity: 2 } },
  ]);
  await bloom.data(
    `mutation($id: ID!, $holds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) { userErrors { message } } }`,
    { id, holds: [held.fulfillmentHold.id] },
  );
  expect(await read(bloom, orderId)).toMatchObject({ states: ["OPEN", "CLOSED"], pieces: [[3], [0]] });
});

test("what cannot be held is told in the order recorded, and an app has ten holds on one at most", async () => {
  const bloom = openShop();
  const { orderId, id, line } = await toSend(bloom);
  const code = async (input: object) => (await hold(bloom, id, input)).userErrors[0]?.code;
  expect(await code({ handle: "1" })).toBeUndefined();
  expect((await read(bloom, orderId)).status).toBe("ON_HOLD");
  expect(await code({ handle: "1" })).toBe("DUPLICATE_FULFILLMENT_HOLD_HANDLE");
  const some = (...quantities: number[]) => quantities.map((quantity) => ({ id: line, quantity }));
  expect(await code({ handle: "2", fulfillmentOrderLineItems: some(0) })).toBe("GREATER_THAN_ZERO");
  expect(await code({ handle: "2", fulfillmentOrderLineItems: some(1, 1) })).toBe(
    "DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS",
  );
  expect(await code({ handle: "2", fulfillmentOrderLineItems: some(1) })).toBe(
    "FULFILLMENT_ORDER_NOT_SPLITTABLE",
  );
  for (let handle = 2; handle <= 10; handle += 1) await hold(bloom, id, { handle: String(handle) });
  expect(await code({ handle: "11" })).toBe("FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
  expect(actionsOf((await read(bloom, orderId)).parts[0])).toEqual(["RELEASE_HOLD", "MOVE"]);
});

test("some pieces moved make a new one elsewhere; all of them move as they are, unless work has begun", async () => {
  const bloom = openShop({ locations: places });
  const { orderId, id, line } = await toSend(bloom);
  const shopFloor = `gid://shopify/Location/${bloom.shop.locations.all()[1]?.id}`;
  const move = async (of: string, to: string, pieces: object[] | null) =>
    (
      await bloom.data(
        `mutation($id: ID!, $to: ID!, $pieces: [FulfillmentOrderLineItemInput!]) { fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $pieces) {
          movedFulfillmentOrder { id assignedLocation { name } } originalFulfillmentOrder { id } remainingFulfillmentOrder { id } userErrors { field message code } } }`,
        { id: of, to, pieces },
      )
    ).fulfillmentOrderMove;
  const some = await move(id, shopFloor, [{ id: line, quantity: 1 }]);
  expect(some).toMatchObject({
    movedFulfillmentOrder: { assignedLocation: { name: "Shop floor" } },
    originalFulfillmentOrder: { id },
    remainingFulfillmentOrder: { id },
  });
  expect((await read(bloom, orderId)).pieces).toEqual([[2], [1]]);
  const all = await move(id, shopFloor, null);
  expect(all).toMatchObject({ movedFulfillmentOrder: { id }, remainingFulfillmentOrder: null });
  expect((await move(id, "gid://shopify/Location/1", null)).userErrors).toEqual([
    { field: ["id"], message: "Location not found.", code: null },
  ]);
  await progress(bloom, "ReportProgress", id);
  expect((await move(id, shopFloor, null)).userErrors[0].code).toBe(
    "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS",
  );
});

test("splits and merges happen all or not at all, and what was merged stays behind empty", async () => {
  const bloom = openShop();
  const { orderId, id, line } = await toSend(bloom);
  const split = async (quantity: number) =>
    (
      await bloom.data(
        `mutation($splits: [FulfillmentOrderSplitInput!]!) { fulfillmentOrderSplit(fulfillmentOrderSplits: $splits) { fulfillmentOrderSplits { fulfillmentOrder { id } remainingFulfillmentOrder { id supportedActions { action } } } userErrors { field message code } } }`,
        {
          splits: [
            { fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: line, quantity }] },
            { fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] },
          ].slice(0, quantity > 3 ? 2 : 1),
        },
      )
    ).fulfillmentOrderSplit;
  expect((await split(0)).userErrors[0]).toMatchObject({
    field: ["fulfillmentOrderSplits", "0", "fulfillmentOrderLineItems", "0", "quantity"],
    code: "GREATER_THAN",
  });
  expect((await split(4)).userErrors).toEqual([
    { field: null, message: "Invalid fulfillment order line item quantity requested.", code: null },
  ]);
  const [parted] = (await split(1)).fulfillmentOrderSplits;
  expect(actionsOf(parted.remainingFulfillmentOrder)).toEqual([
    ...["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "MERGE"],
  ]);
  expect((await read(bloom, orderId)).pieces).toEqual([[2], [1]]);
  const merge = async (...ids: string[]) =>
    (
      await bloom.data(
        `mutation($merges: [FulfillmentOrderMergeInput!]!) { fulfillmentOrderMerge(fulfillmentOrderMergeInputs: $merges) { fulfillmentOrderMerges { fulfillmentOrder { id } } userErrors { message code } } }`,
        { merges: [{ mergeIntents: ids.map((fulfillmentOrderId) => ({ fulfillmentOrderId })) }] },
      )
    ).fulfillmentOrderMerge;
  expect((await merge(id, "gid://shopify/FulfillmentOrder/9")).userErrors[0].code).toBe(
    "FULFILLMENT_ORDER_NOT_FOUND",
  );
  const other = parted.remainingFulfillmentOrder.id;
  expect((await merge(id, other)).fulfillmentOrderMerges).toEqual([{ fulfillmentOrder: { id } }]);
  expect(await read(bloom, orderId)).toMatchObject({ states: ["OPEN", "CLOSED"], pieces: [[3], [0]] });
  expect((await merge(id, other)).userErrors[0].message).toBe(
    `Fulfillment order: ${other.replace(/^.*\//, "")} is currently not in a mergeable state.`,
  );
});

async function progress(bloom: TestShop, act: "ReportProgress" | "Open" | "Cancel" | "Close", id: string) {
  const root = `fulfillmentOrder${act}`;
  const answer = await bloom.data(
    `mutation($id: ID!) { ${root}(id: $id) { fulfillmentOrder { status } userErrors { message } } }`,
    { id },
  );
  return answer[root].userErrors[0]?.message ?? answer[root].fulfillmentOrder.status;
}

test("a canceled one is replaced by one with the same lines; begun work has to be stopped first", async () => {
  const bloom = openShop();
  const { orderId, id, line } = await toSend(bloom);
  expect(await progress(bloom, "ReportProgress", id)).toBe("IN_PROGRESS");
  const begun = await read(bloom, orderId);
  expect(begun.status).toBe("IN_PROGRESS");
  expect(actionsOf(begun.parts[0])).toEqual([
    "CREATE_FULFILLMENT",
    "REPORT_PROGRESS",
    "HOLD",
    "MARK_AS_OPEN",
  ]);
  expect(await progress(bloom, "Cancel", id)).toMatch(/Mark as unfulfilled first\.$/);
  expect(await progress(bloom, "Open", id)).toBe("OPEN");
  expect(await progress(bloom, "Open", id)).toBe(
    "Expected fulfillment order status to be valid but it was open.",
  );
  expect(await progress(bloom, "Close", id)).toMatch(/must be of api type$/);
  expect(await progress(bloom, "Cancel", id)).toBe("CLOSED");
  expect(await progress(bloom, "Cancel", id)).toMatch(/is not in cancelable request state/);
  const { parts, pieces } = await read(bloom, orderId);
  expect(pieces).toEqual([[], [3]]);
  expect(parts[1]?.lineItems.nodes[0]?.id).toBe(line);
});

test("a deadline is set for all or for none; an unknown id fails the mutations that take one", async () => {
  const bloom = openShop();
  const { id } = await toSend(bloom);
  const set = async (...ids: string[]) =>
    (
      await bloom.data(
        `mutation($ids: [ID!]!) { fulfillmentOrdersSetFulfillmentDeadline(fulfillmentOrderIds: $ids, fulfillmentDeadline: "2027-01-01T00:00:00Z") { success userErrors { message } } }`,
        { ids },
      )
    ).fulfillmentOrdersSetFulfillmentDeadline;
  const unknown = "gid://shopify/FulfillmentOrder/9";
  expect(await set(id, unknown)).toEqual({
    success: false,
    userErrors: [{ message: "Fulfillment orders could not be found." }],
  });
  expect((await set(id)).success).toBe(true);
  const { fulfillmentOrder } = await bloom.data(
    `query($id: ID!) { fulfillmentOrder(id: $id) { fulfillBy } }`,
    { id },
  );
  expect(fulfillmentOrder.fulfillBy).toBe("2027-01-01T00:00:00Z");
  const answer = await bloom.ask(
    `mutation($id: ID!) { fulfillmentOrderCancel(id: $id) { userErrors { message } } }`,
    { id: unknown },
  );
  expect(answer.errors[0]).toMatchObject({
    message: `Invalid id: ${unknown}`,
    extensions: { code: "RESOURCE_NOT_FOUND" },
  });
});

test("who holds it is only told to apps that may read apps; a version that knows no progress is not told of it", async () => {
  const bloom = openShop();
  const { id } = await toSend(bloom);
  const actions = `query($id: ID!) { fulfillmentOrder(id: $id) { supportedActions { action } } }`;
  const older = await bloom.data(actions, { id }, "2026-01");
  expect(actionsOf(older.fulfillmentOrder)).toEqual(["CREATE_FULFILLMENT", "MOVE", "HOLD", "SPLIT"]);
  await hold(bloom, id, {});
  const answer = await bloom.ask(
    `query($id: ID!) { fulfillmentOrder(id: $id) { fulfillmentHolds { heldByApp { id } } } }`,
    { id },
  );
  expect(answer.errors[0].message).toBe(
    "Access denied for heldByApp field. Required access: `read_apps` access scope.",
  );
});
