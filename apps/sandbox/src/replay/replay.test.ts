import { expect, test } from "vitest";
import { readRecording } from "./recording.ts";
import { replay } from "./replay.ts";

const orderCreate = {
  query: `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id name createdAt totalPriceSet { shopMoney { amount } } } userErrors { message } } }`,
  variables: {
    order: {
      lineItems: [
        { title: "Shirt", quantity: 2, priceSet: { shopMoney: { amount: "18.00", currencyCode: "USD" } } },
      ],
    },
  },
  response: {
    status: 200,
    payload: {
      data: {
        orderCreate: {
          order: {
            id: "gid://shopify/Order/88",
            name: "#1639",
            createdAt: "2026-06-29T21:40:49Z",
            totalPriceSet: { shopMoney: { amount: "36.0" } },
          },
          userErrors: [],
        },
      },
    },
  },
};
const read = {
  query: `query($id: ID!, $q: String!) { order(id: $id) { id } orders(first: 5, query: $q) { nodes { id name } } }`,
  variables: { id: "gid://shopify/Order/88", q: "name:#1639" },
  response: {
    data: {
      order: { id: "gid://shopify/Order/88" },
      orders: { nodes: [{ id: "gid://shopify/Order/88", name: "#1639" }] },
    },
  },
};

test("ids, names and times may differ, as long as each stands for the same thing throughout", async () => {
  const results = await replay(
    readRecording("2026-04.orders.made-up.json", { apiVersion: "2026-04", read, setup: { orderCreate } }),
  );
  expect(results.map((result) => result.at)).toEqual(["setup.orderCreate", "read"]);
  expect(results.flatMap((result) => result.differences)).toEqual([]);
});

test("an answer that differs is named by the way to it", async () => {
  const wrong = structuredClone(orderCreate);
  wrong.response.payload.data.orderCreate.order.totalPriceSet.shopMoney.amount = "35.0";
  const [result] = await replay(readRecording("2026-04.orders.made-up.json", { orderCreate: wrong }));
  expect(result?.differences).toEqual([
    { path: "data.orderCreate.order.totalPriceSet.shopMoney.amount", expected: "35.0", got: "36.0" },
  ]);
});

test("a recording that kept only variables and answers is asked again in the shape of the answers, of a shop that has what it names", async () => {
  const order = {
    id: "gid://shopify/Order/77",
    name: "#1496",
    lineItems: {
      nodes: [
        {
          id: "gid://shopify/LineItem/78",
          title: "Shirt",
          quantity: 1,
          originalUnitPriceSet: { shopMoney: { amount: "10.0", currencyCode: "CAD" } },
        },
      ],
    },
    transactions: [
      {
        id: "gid://shopify/OrderTransaction/79",
        kind: "SALE",
        status: "SUCCESS",
        gateway: "manual",
        amountSet: { shopMoney: { amount: "10.0", currencyCode: "CAD" } },
      },
    ],
  };
  const input = {
    orderId: order.id,
    transactions: [
      {
        amount: "25.00",
        gateway: "manual",
        kind: "REFUND",
        orderId: order.id,
        parentId: "gid://shopify/OrderTransaction/79",
      },
    ],
  };
  const message = "Refund amount $25.00 is greater than net payment received $10.00";
  const refundCreate = {
    refund: null,
    order: { id: order.id, displayFinancialStatus: "PAID" },
    userErrors: [{ field: null, message }],
  };
  const recording = {
    variables: { input },
    mutation: { response: { data: { refundCreate } } },
    upstreamCalls: [
      {
        query: "query($id: ID!) { order(id: $id) { id } }",
        variables: { id: order.id },
        response: { body: { data: { order } } },
      },
    ],
  };
  const [result] = await replay(readRecording("2026-04.orders.made-up.json", recording));
  expect(result).toMatchObject({ differences: [], matched: 5 });
});

test("a customer is put together from every answer that shows what they were", async () => {
  const id = "gid://shopify/Customer/77";
  const query =
    "mutation($input: CustomerInput!) { customerUpdate(input: $input) { customer { id email note tags } } }";
  const customer = { id, email: "ada@example.com", note: "new", tags: ["vip"] };
  const recording = {
    update: {
      query,
      variables: { input: { id, note: "new" } },
      response: { data: { customerUpdate: { customer } } },
    },
    upstreamCalls: [
      {
        query: "query($id: ID!) { customer(id: $id) { id email } }",
        variables: { id },
        response: { body: { data: { customer: { id, email: "ada@example.com" } } } },
      },
    ],
  };
  const [result] = await replay(readRecording("2026-04.customers.made-up.json", recording));
  expect(result?.differences).toEqual([]);
});
