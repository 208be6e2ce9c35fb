import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const order = `closed displayFulfillmentStatus fulfillmentOrders(first: 3) { nodes { id status lineItems(first: 3) { nodes { id totalQuantity remainingQuantity } } } }`;

test("what was sent in parts is in progress; sent wholly and paid, the order closes; canceled, its pieces are to be sent again", async () => {
  const bloom = openShop({
    orders: [{ number: 1001, lines: [{ title: "Shirt", unitPrice: "20.00", quantity: 3 }] }],
  });
  const id = `gid://shopify/Order/${bloom.shop.orderByName("1001")?.id}`;
  const read = async () =>
    (await bloom.data(`query($id: ID!) { order(id: $id) { ${order} } }`, { id })).order;
  const [first] = (await read()).fulfillmentOrders.nodes;
  const send = async (quantity: number) => {
    const pieces = [{ id: first.lineItems.nodes[0].id, quantity }];
    const answer = await bloom.data(
      `mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } } }`,
      {
        fulfillment: {
          lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: first.id, fulfillmentOrderLineItems: pieces }],
        },
      },
    );
    return answer.fulfillmentCreate.fulfillment.id as string;
  };
  const cancel = (fulfillment: string) =>
    bloom.data(`mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } } }`, {
      id: fulfillment,
    });
  const early = await send(1);
  expect(await read()).toMatchObject({
    displayFulfillmentStatus: "PARTIALLY_FULFILLED",
    fulfillmentOrders: { nodes: [{ status: "IN_PROGRESS" }] },
  });
  await cancel(early);
  expect(await read()).toMatchObject({
    displayFulfillmentStatus: "UNFULFILLED",
    fulfillmentOrders: { nodes: [{ status: "OPEN", lineItems: { nodes: [{ remainingQuantity: 3 }] } }] },
  });
  const late = await send(3);
  expect(await read()).toMatchObject({ closed: true, displayFulfillmentStatus: "FULFILLED" });
  await cancel(late);
  const { closed, fulfillmentOrders } = await read();
  expect(closed).toBe(false);
  expect(fulfillmentOrders.nodes).toMatchObject([
    { status: "CLOSED", lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 3 }] } },
    { status: "OPEN", lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 3 }] } },
  ]);
  await cancel(late);
  expect((await read()).fulfillmentOrders.nodes).toHaveLength(2);
});

test("a description may tell what is to be sent from where, and what of it is gone", async () => {
  const bloom = openShop({
    locations: [{ name: "Warehouse" }, { name: "Shop floor" }],
    orders: [
      {
        number: 1001,
        lines: [{ ref: "shirt", title: "Shirt", unitPrice: "20.00", quantity: 3 }],
        fulfillments: [{ at: "-1d", lines: [{ line: "shirt", quantity: 1 }] }],
        fulfillmentOrders: [
          {
            id: 77,
            location: "Shop floor",
            status: "IN_PROGRESS",
            lines: [{ id: 78, line: "shirt", quantity: 3, remaining: 2 }],
          },
        ],
      },
    ],
  });
  const { fulfillmentOrder } = await bloom.data(
    `{ fulfillmentOrder(id: "gid://shopify/FulfillmentOrder/77") { status assignedLocation { name } fulfillments(first: 1) { nodes { status } } lineItems(first: 1) { nodes { id remainingQuantity } } } }`,
  );
  expect(fulfillmentOrder).toEqual({
    status: "IN_PROGRESS",
    assignedLocation: { name: "Shop floor" },
    fulfillments: { nodes: [{ status: "SUCCESS" }] },
    lineItems: { nodes: [{ id: "gid://shopify/FulfillmentOrderLineItem/78", remainingQuantity: 2 }] },
  });
});
