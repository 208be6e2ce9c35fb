import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const ship = `mutation($id: ID!, $lines: [ReverseDeliveryLineItemInput!]!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: $lines) { reverseDelivery { id } userErrors { field message code } } }`;
const update = `mutation($id: ID!) { reverseDeliveryShippingUpdate(reverseDeliveryId: $id, trackingInput: { number: "1Z" }) { reverseDelivery { id } userErrors { field message code } } }`;
const dispose = `mutation($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { dispositions { type quantity } } userErrors { field message code } } }`;
const open = `mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } } userErrors { message } } }`;

const giftWrap = {
  number: 1001,
  customer: "ada",
  lines: [{ title: "Gift wrap", quantity: 2, unitPrice: "10.00" }],
  fulfillments: [{ at: "-2d" }],
};

/** A return of one piece of something that the shop keeps no stock of. */
async function openReturn(bloom: TestShop) {
  const order = bloom.shop.orderByName("1001");
  const fulfillmentLineItemId = `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`;
  const input = {
    orderId: `gid://shopify/Order/${order?.id}`,
    returnLineItems: [{ fulfillmentLineItemId, quantity: 1, returnReason: "STYLE" }],
  };
  const { returnCreate } = await bloom.data(open, { input });
  const [reverse] = returnCreate.return.reverseFulfillmentOrders.nodes;
  return { returnId: returnCreate.return.id, reverseId: reverse.id, lineId: reverse.lineItems.nodes[0].id };
}

const unknownLine = "gid://shopify/ReverseFulfillmentOrderLineItem/999999999999999";

test("a delivery holds no more than is returned, counted over all its lines, and only lines of its own", async () => {
  const bloom = openShop({ orders: [giftWrap] });
  const { reverseId, lineId } = await openReturn(bloom);
  const refusal = async (...lines: [string, number][]) => {
    const wishes = lines.map(([reverseFulfillmentOrderLineItemId, quantity]) => ({
      reverseFulfillmentOrderLineItemId,
      quantity,
    }));
    const answer = await bloom.data(ship, { id: reverseId, lines: wishes });
    return answer.reverseDeliveryCreateWithShipping.userErrors[0];
  };
  const tooMany = { message: "cannot deliver more items than are returned", code: null };
  expect(await refusal([lineId, 2])).toEqual({
    field: ["reverseDeliveryLineItems", "0", "quantity"],
    ...tooMany,
  });
  expect(await refusal([lineId, 1], [lineId, 1])).toEqual({
    field: ["reverseDeliveryLineItems", "1", "quantity"],
    ...tooMany,
  });
  expect(await refusal([unknownLine, 1])).toEqual({
    field: ["reverseDeliveryLineItems", "0", "reverseFulfillmentOrderLineItemId"],
    message: "must exist",
    code: null,
  });
  expect(await refusal([lineId, 1])).toBeUndefined();
});

test("an unknown id is an error of the user, an id of something else one of the request", async () => {
  const bloom = openShop({ orders: [giftWrap] });
  const { returnId } = await openReturn(bloom);
  const unknown = await bloom.data(update, { id: "gid://shopify/ReverseDelivery/999999999999999" });
  expect(unknown.reverseDeliveryShippingUpdate.userErrors).toEqual([
    { field: ["reverseDeliveryId"], message: "Reverse delivery was not found.", code: "NOT_FOUND" },
  ]);
  for (const [document, variables, field] of [
    [update, { id: returnId }, "reverseDeliveryShippingUpdate"],
    [ship, { id: returnId, lines: [] }, "reverseDeliveryCreateWithShipping"],
  ] as const)
    expect(await bloom.ask(document, variables)).toMatchObject({
      data: { [field]: null },
      errors: [
        { message: `Invalid id: ${returnId}`, path: [field], extensions: { code: "RESOURCE_NOT_FOUND" } },
      ],
    });
});

test("what has no stock is not restocked, a place must exist, and each is said", async () => {
  const bloom = openShop({ orders: [giftWrap] });
  const { lineId } = await openReturn(bloom);
  const other = await openReturn(bloom);
  const locationId = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
  const wish = (id: string, dispositionType: string, at = locationId) => ({
    reverseFulfillmentOrderLineItemId: id,
    quantity: 1,
    dispositionType,
    locationId: at,
  });
  const answer = async (...inputs: unknown[]) =>
    (await bloom.data(dispose, { inputs })).reverseFulfillmentOrderDispose;
  const mixed = {
    field: ["dispositionInputs"],
    message: "Cannot dispose items from more than one reverse fulfillment order.",
    code: "INVALID",
  };
  expect((await answer()).userErrors).toEqual([
    { field: ["dispositionInputs"], message: "The array cannot be empty.", code: "BLANK" },
  ]);
  expect((await answer(wish(unknownLine, "NOT_RESTOCKED"))).userErrors).toEqual([mixed]);
  const two = [wish(lineId, "NOT_RESTOCKED"), wish(other.lineId, "NOT_RESTOCKED")];
  expect((await answer(...two)).userErrors).toEqual([mixed]);
  expect(
    (await answer(wish(lineId, "RESTOCKED", "gid://shopify/Location/999999999999999"))).userErrors,
  ).toEqual([
    {
      field: ["dispositionInputs", "0", "dispositionType"],
      message: "RESTOCKED is an invalid disposition type for a custom line item.",
      code: "INVALID",
    },
    { field: ["dispositionInputs", "0", "locationId"], message: "Location not found.", code: "NOT_FOUND" },
  ]);
  expect(await answer(wish(lineId, "NOT_RESTOCKED"))).toEqual({
    reverseFulfillmentOrderLineItems: [{ dispositions: [{ type: "NOT_RESTOCKED", quantity: 1 }] }],
    userErrors: [],
  });
});
