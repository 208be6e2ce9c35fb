import { type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { openShop } from "../../testing/stand-in.ts";
import { schemaFor } from "../schema.ts";
import { actualCost } from "./actual-cost.ts";
import { steps } from "./prices.ts";
import { requestedCost } from "./requested-cost.ts";

function asked(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  return requestedCost(
    schemaFor("2026-04"),
    document,
    document.definitions[0] as OperationDefinitionNode,
    variables,
  );
}

function used(query: string, data: Record<string, unknown>): number {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return actualCost(schemaFor("2026-04"), document, operation, {}, data, asked(query));
}

/** So many nodes of one kind. */
function nodes(count: number, node: Record<string, unknown> = { id: "x" }): { nodes: unknown[] } {
  return { nodes: Array.from({ length: count }, () => node) };
}

test("a page is charged for twice the natural logarithm of its size", () => {
  expect([0, 1, 3, 5, 10, 20, 50, 100, 250].map(steps)).toEqual([0, 1, 2, 3, 4, 5, 7, 9, 11]);
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

test("counts ask for ten, nodes asked for both ways for both, several types for the dearest, what is named twice for once", () => {
  expect(asked(`{ customersCount { count precision } }`)).toBe(10);
  expect(
    asked(
      `query ($last: Int) { webhookSubscriptions(last: $last) { nodes { id endpoint { __typename } } edges { cursor node { id } } } }`,
      {
        last: 1,
      },
    ),
  ).toBe(4);
  expect(
    asked(
      `{ nodes(ids: []) { ... on Product { resourcePublications(first: 50) { nodes { publication { id } } } } ... on Collection { resourcePublications(first: 50) { nodes { publication { id } } } } } }`,
    ),
  ).toBe(17);
  expect(asked(`{ order(id: "x") { id customer { id } ... on Order { customer { email } } } }`)).toBe(2);
});

test("what was looked at is charged, found or not, and never more than was asked for", () => {
  const media = `{ nodes(ids: []) { id __typename ... on MediaImage { image { url } preview { image { url } } } ... on GenericFile { url } } }`;
  expect(used(media, { nodes: [null, null] })).toBe(1);
  expect(used(media, { nodes: [{ id: "x", __typename: "GenericFile", url: "y" }] })).toBe(2);
  const image = { id: "x", __typename: "MediaImage", image: { url: "y" }, preview: { image: { url: "y" } } };
  expect(used(media, { nodes: [image] })).toBe(4);
  expect(
    used(`{ customer(id: "x") { id lastOrder { id customer { id } } } }`, {
      customer: { id: "x", lastOrder: null },
    }),
  ).toBe(2);
});

test("of a page only the share that came back is charged", () => {
  const locations = (first: number) => `{ locations(first: ${first}) { nodes { id } } }`;
  expect(used(locations(10), { locations: nodes(1) })).toBe(3);
  expect(used(locations(10), { locations: nodes(3) })).toBe(4);
  expect(used(locations(20), { locations: nodes(9) })).toBe(5);
  expect(used(locations(50), { locations: nodes(5) })).toBe(3);
  expect(used(locations(100), { locations: nodes(85) })).toBe(10);
  expect(used(locations(250), { locations: nodes(2) })).toBe(2);
  expect(used(locations(250), { locations: nodes(250) })).toBe(13);
});

test("an empty page counts as full of bare nodes by `nodes`, as nothing by `edges`", () => {
  expect(
    used(`{ customers(first: 5) { nodes { id defaultAddress { id } } } }`, { customers: nodes(0) }),
  ).toBe(5);
  expect(used(`{ customers(first: 5) { edges { node { id } } } }`, { customers: { edges: [] } })).toBe(2);
});

test("in a page within a page everything looked at counts", () => {
  const query = `mutation { returnClose(id: "x") { return { id returnLineItems(first: 10) { nodes { id } }
    order { id returns(first: 10) { nodes { id returnLineItems(first: 10) { nodes { id } } } } } } userErrors { field } } }`;
  const answer = (returns: number) => ({
    returnClose: {
      return: {
        id: "x",
        returnLineItems: nodes(1),
        order: { id: "x", returns: nodes(returns, { id: "x", returnLineItems: nodes(1) }) },
      },
      userErrors: [],
    },
  });
  expect(asked(query)).toBe(47);
  expect(used(query, answer(1))).toBe(19);
  expect(used(query, answer(2))).toBe(20);
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
