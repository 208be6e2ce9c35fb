import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const line = {
  title: "Shirt",
  quantity: 2,
  priceSet: { shopMoney: { amount: "18.00", currencyCode: "USD" } },
};

async function make(bloom: TestShop, order: object, fields: string) {
  const made = await bloom.data(
    `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id ${fields} } userErrors { field message code } } }`,
    { order: { lineItems: [line], ...order } },
  );
  return made.orderCreate;
}

test("an order that nobody paid has the status it was made with, or none", async () => {
  const bloom = openShop();
  const status = async (order: object) =>
    (await make(bloom, order, "displayFinancialStatus")).order.displayFinancialStatus;
  const failed = { kind: "SALE", status: "FAILURE", amountSet: line.priceSet };
  expect(await status({})).toBeNull();
  expect(await status({ financialStatus: "PENDING" })).toBe("PENDING");
  expect(await status({ transactions: [failed] })).toBeNull();
});

test("an order belongs to whoever has its e-mail address, who is made where nobody has", async () => {
  const bloom = openShop();
  const owner = async (email: string) =>
    (await make(bloom, { email }, "customer { id displayName }")).order.customer;
  expect((await owner("ADA@example.com")).displayName).toBe("Ada Lovelace");
  const grace = await owner("grace@example.com");
  expect(grace.displayName).toBe("grace@example.com");
  expect((await owner("grace@example.com")).id).toBe(grace.id);
});

test("a fixed code comes off the goods, and shop money is exchanged at the rate of the lines", async () => {
  const bloom = openShop({ currency: "USD", presentmentCurrencies: ["CAD"] });
  const priceSet = {
    shopMoney: { amount: "20.00", currencyCode: "USD" },
    presentmentMoney: { amount: "27.00", currencyCode: "CAD" },
  };
  const usd = (amount: string) => ({ shopMoney: { amount, currencyCode: "USD" } });
  const { order } = await make(
    bloom,
    {
      presentmentCurrency: "CAD",
      fulfillmentStatus: "FULFILLED",
      lineItems: [{ ...line, priceSet }],
      shippingLines: [{ title: "Standard", code: "STD", priceSet: usd("5.00") }],
      discountCode: { itemFixedDiscountCode: { code: "SAVE5", amountSet: usd("5.00") } },
    },
    "displayFulfillmentStatus discountCodes totalPriceSet { shopMoney { amount } presentmentMoney { amount } } shippingLines(first: 1) { nodes { code originalPriceSet { shopMoney { amount } } } }",
  );
  expect(order).toMatchObject({
    displayFulfillmentStatus: "FULFILLED",
    discountCodes: ["SAVE5"],
    totalPriceSet: { shopMoney: { amount: "40.0" }, presentmentMoney: { amount: "54.0" } },
    shippingLines: { nodes: [{ code: "STD", originalPriceSet: { shopMoney: { amount: "5.0" } } }] },
  });
});

test("a paid order that was sent or is coming back cannot be canceled; an unpaid one can", async () => {
  const sale = {
    kind: "SALE",
    status: "SUCCESS",
    gateway: "manual",
    amountSet: { shopMoney: { amount: "36.00", currencyCode: "USD" } },
  };
  const bloom = openShop();
  const cancel = async (id: string) =>
    (
      await bloom.data(
        `mutation($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false) { job { done } orderCancelUserErrors { field message code } } }`,
        { id },
      )
    ).orderCancel;
  const sent = { fulfillmentStatus: "FULFILLED" };
  const paid = (await make(bloom, { ...sent, transactions: [sale] }, "")).order;
  expect((await cancel(paid.id)).orderCancelUserErrors).toEqual([
    {
      field: ["orderId"],
      message: "Cannot cancel an order that has outstanding fulfillments",
      code: "INVALID",
    },
  ]);
  expect((await cancel((await make(bloom, sent, "")).order.id)).job).toEqual({ done: false });
  const returned = openShop({
    orders: [
      {
        number: 1001,
        lines: [{ ref: "a", title: "Shirt", unitPrice: "20.00", quantity: 1 }],
        fulfillments: [{ at: "-3d" }],
        returns: [{ at: "-1d", status: "CLOSED", lines: [{ line: "a", quantity: 1 }] }],
      },
    ],
  });
  const answer = await returned.data(
    `mutation($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false) { userErrors { message } } }`,
    { id: `gid://shopify/Order/${returned.shop.orderByName("1001")?.id}` },
  );
  expect(answer.orderCancel.userErrors).toEqual([{ message: "Cannot cancel an order that has returns" }]);
});

test("an authorization is captured in parts and voided once, and each refusal says why", async () => {
  const bloom = openShop();
  const amountSet = { shopMoney: { amount: "36.00", currencyCode: "USD" } };
  const { order } = await make(
    bloom,
    { transactions: [{ kind: "AUTHORIZATION", status: "SUCCESS", gateway: "manual", amountSet }] },
    "totalCapturable transactions { id }",
  );
  expect(order.totalCapturable).toBe("36.00");
  const parentTransactionId = order.transactions[0].id;
  const capture = async (amount: string) =>
    (
      await bloom.data(
        `mutation($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { kind } userErrors { field message } } }`,
        { input: { id: order.id, parentTransactionId, amount } },
      )
    ).orderCapture;
  expect((await capture("0.00")).userErrors).toEqual([
    { field: null, message: "Amount must be greater than zero for capture transactions" },
  ]);
  expect((await capture("40.00")).userErrors).toEqual([
    { field: null, message: "Cannot capture more than the authorized 36.00 for this payment." },
  ]);
  expect((await capture("36.00")).transaction).toEqual({ kind: "CAPTURE" });
  expect((await capture("1.00")).userErrors).toEqual([
    { field: null, message: "Can only capture successful authorizations" },
  ]);
  const { transactionVoid } = await bloom.data(
    `mutation($id: ID!) { transactionVoid(parentTransactionId: $id) { userErrors { field code } } }`,
    { id: parentTransactionId },
  );
  expect(transactionVoid.userErrors).toEqual([{ field: ["parentTransactionId"], code: "AUTH_NOT_VOIDABLE" }]);
});

test("what is sent must be positive, exist, belong together and be open, in that order", async () => {
  const bloom = openShop();
  const open = async () => {
    const fields = "fulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } }";
    const { nodes } = (await make(bloom, {}, fields)).order.fulfillmentOrders;
    return { id: nodes[0].id as string, line: nodes[0].lineItems.nodes[0].id as string };
  };
  const [one, other] = [await open(), await open()];
  const send = async (...groups: { id: string; line: string; quantity: number }[]) => {
    const lineItemsByFulfillmentOrder = groups.map(({ id, line: lineId, quantity }) => ({
      fulfillmentOrderId: id,
      fulfillmentOrderLineItems: [{ id: lineId, quantity }],
    }));
    const answer = await bloom.data(
      `mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { userErrors { field message } } }`,
      { fulfillment: { lineItemsByFulfillmentOrder } },
    );
    return answer.fulfillmentCreate.userErrors[0]?.message;
  };
  expect(await send({ ...one, quantity: 1 }, { ...other, quantity: 0 })).toBe(
    "Quantity must be greater than 0",
  );
  expect(await send({ ...one, quantity: 1 }, { ...other, quantity: 1 })).toMatch(
    /^All fulfillment orders must belong to the same order\. Multiple orders with ids \[\d+, \d+\] were found\.$/,
  );
  expect(await send({ ...one, quantity: 3 })).toBe("Invalid fulfillment order line item quantity requested.");
  expect(await send({ ...one, quantity: 2 })).toBeUndefined();
  expect(await send({ ...one, quantity: 1 })).toMatch(/has an unfulfillable status= closed\.$/);
});

test("what a country asks for is kept by its key, whichever of its two names it came under", async () => {
  const bloom = openShop();
  const { order } = await make(bloom, {}, "localizedFields(first: 5) { nodes { key } }");
  expect(order.localizedFields.nodes).toEqual([]);
  const update = async (input: object, version?: string) =>
    (
      await bloom.data(
        `mutation($input: OrderInput!) { orderUpdate(input: $input) { order { localizedFields(first: 5) { nodes { key value } } } } }`,
        { input: { id: order.id, ...input } },
        version,
      )
    ).orderUpdate.order.localizedFields.nodes;
  const tax = { key: "TAX_CREDENTIAL_BR", value: "52998224725" };
  const shipping = { ...tax, key: "SHIPPING_CREDENTIAL_BR" };
  expect(await update({ localizedFields: [{ ...tax, value: "1" }] })).toEqual([{ ...tax, value: "1" }]);
  expect(await update({ localizedFields: [tax] })).toEqual([tax]);
  expect(await update({ localizationExtensions: [shipping] }, "2026-04")).toEqual([tax, shipping]);
});
