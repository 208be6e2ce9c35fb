import { type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";
import { requestedCost, steps } from "./cost.ts";
import { schemaFor } from "./schema.ts";

function asked(query: string): number {
  const document = parse(query);
  return requestedCost(
    schemaFor("2026-04"),
    document,
    document.definitions[0] as OperationDefinitionNode,
    {},
  );
}

test("a page grows with the Fibonacci numbers below its size, as recorded", () => {
  expect([1, 3, 5, 10, 50, 250].map(steps)).toEqual([1, 2, 3, 4, 7, 11]);
});

test("requests ask for the points that were recorded for them", () => {
  expect(asked(`{ returnReasonDefinitions(first: 10) { nodes { id name } } }`)).toBe(6);
  expect(
    asked(
      `mutation { returnRequest(input: {}) { return { id returnLineItems(first: 5) { nodes { id quantity } } } userErrors { field } } }`,
    ),
  ).toBe(15);
  expect(
    asked(`mutation { returnApproveRequest(input: {}) { return { id returnLineItems(first: 5) { nodes { id } } reverseFulfillmentOrders(first: 5) { nodes { id
      lineItems(first: 5) { nodes { id fulfillmentLineItem { id lineItem { id title } } } } } } } userErrors { code } } }`),
  ).toBe(53);
  expect(
    asked(
      `{ returnableFulfillments(orderId: "x", first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { fulfillmentLineItem { id lineItem { id } } quantity } } } } }`,
    ),
  ).toBe(41);
  expect(
    asked(`mutation { storeCreditAccountCredit(id: "x", creditInput: {}) { storeCreditAccountTransaction { amount { amount } balanceAfterTransaction { amount } event origin
      account { id balance { amount } owner { ... on Customer { id email } } } } userErrors { code } } }`),
  ).toBe(18);
  expect(
    asked(
      `mutation { fulfillmentTrackingInfoUpdate(fulfillmentId: "x", trackingInfoInput: {}) { fulfillment { id trackingInfo(first: 5) { number } } userErrors { field } } }`,
    ),
  ).toBe(51);
});

test("what was used counts what came back, as recorded of one parcel that can be returned", async () => {
  const bloom = openShop();
  const shipped = bloom.shop.orders.find((order) => order.fulfillments.length === 1);
  const { extensions } = await bloom.ask(
    `query($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { fulfillmentLineItem { id lineItem { id } } quantity } } } } }`,
    { id: `gid://shopify/Order/${shipped?.id}` },
  );
  expect(extensions.cost).toMatchObject({ requestedQueryCost: 41, actualQueryCost: 7 });
});

test("a query over 1,000 points is refused before anything is looked up", async () => {
  const bloom = openShop();
  const answer = await bloom.ask(
    `{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { id variants(first: 250) { nodes { id } } } } } } } }`,
  );
  expect(answer.errors[0].extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", maxCost: 1000 });
  expect(answer.data).toBeUndefined();
});

test("an app that has used up its bucket is throttled until it has filled up again", async () => {
  const bloom = openShop();
  const query = `{ orders(first: 50) { nodes { lineItems(first: 50) { nodes { product { id } } } } } }`;
  const answers = await Promise.all(Array.from({ length: 30 }, () => bloom.ask(query)));
  const throttled = answers.filter((answer) => answer.errors?.[0].extensions.code === "THROTTLED");
  expect(throttled.length).toBeGreaterThan(0);
  expect(throttled[0].extensions.cost.throttleStatus).toMatchObject({
    maximumAvailable: 2000,
    restoreRate: 100,
  });
});
