import { expect, test } from "vitest";
import { expectBooksToBalance, openShop, type TestShop } from "../testing/stand-in.ts";

const refund = `mutation($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id note totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity subtotalSet { shopMoney { amount } } } } transactions(first: 5) { nodes { kind status gateway amountSet { presentmentMoney { amount } } } } }
  order { id displayFinancialStatus totalRefundedSet { shopMoney { amount } } } userErrors { field message } } }`;

function facts(bloom: TestShop) {
  const order = bloom.shop.orderByName("1001");
  if (!order) throw new Error("no order");
  return {
    order,
    orderId: `gid://shopify/Order/${order.id}`,
    lineItemId: `gid://shopify/LineItem/${order.lines[0]?.id}`,
    parentId: `gid://shopify/OrderTransaction/${order.transactions[0]?.id}`,
  };
}

function toStoreCredit(bloom: TestShop, amount: string, note = "kept:1") {
  return {
    orderId: facts(bloom).orderId,
    note,
    transactions: [],
    refundMethods: [{ storeCreditRefund: { amount: { amount, currencyCode: "USD" } } }],
  };
}

async function send(bloom: TestShop, input: unknown, key: string) {
  return (await bloom.data(refund, { input, key })).refundCreate;
}

test("a refund to the card shows on the order, to the recorded figures", async () => {
  const bloom = openShop();
  const { orderId, lineItemId, parentId } = facts(bloom);
  const input = {
    orderId,
    note: "one shirt",
    refundLineItems: [{ lineItemId, quantity: 1, restockType: "NO_RESTOCK" }],
    transactions: [{ amount: "22.00", gateway: "shopify_payments", kind: "REFUND", orderId, parentId }],
  };
  const done = await send(bloom, input, "k1");
  expect(done.userErrors).toEqual([]);
  expect(done.refund).toMatchObject({
    note: "one shirt",
    totalRefundedSet: { shopMoney: { amount: "22.0" } },
    refundLineItems: { nodes: [{ quantity: 1, subtotalSet: { shopMoney: { amount: "20.0" } } }] },
  });
  expect(done.order).toMatchObject({
    displayFinancialStatus: "PARTIALLY_REFUNDED",
    totalRefundedSet: { shopMoney: { amount: "22.0" } },
  });
});

test("a refund to store credit pays once per key, however often it is sent within a day", async () => {
  const bloom = openShop();
  const first = await send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  const again = await send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  expect(again.refund.id).toBe(first.refund.id);
  expect(first.refund.transactions.nodes).toEqual([
    {
      kind: "REFUND",
      status: "SUCCESS",
      gateway: "shopify_store_credit",
      amountSet: { presentmentMoney: { amount: "22.0" } },
    },
  ]);
  expect(bloom.shop.creditMovements.all()).toMatchObject([{ event: "ORDER_REFUND", amount: 2200n }]);
  bloom.world.setClock({ offsetMs: 24 * 3_600_000 + 60_000, stoppedAt: null });
  const nextDay = await send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  expect(nextDay.refund.id).not.toBe(first.refund.id);
  expect(bloom.shop.accounts.all()[0]?.balance).toBe(4400n);
  expectBooksToBalance(bloom);
});

test("a key must come with the same parameters, and is spent once its request has failed", async () => {
  const bloom = openShop();
  await send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  const other = await send(bloom, toStoreCredit(bloom, "23.00"), "k1");
  expect(other).toMatchObject({
    refund: null,
    userErrors: [{ message: "The same idempotency key cannot be used with different operation parameters." }],
  });
  await send(bloom, toStoreCredit(bloom, "900.00"), "k2");
  const spent = await send(bloom, toStoreCredit(bloom, "900.00"), "k2");
  expect(spent.userErrors[0].message).toBe(
    "A previous request with this idempotency key failed. Retry with a new idempotency key.",
  );
  expect(bloom.shop.accounts.all()[0]?.balance).toBe(2200n);
});

test("a second request while the first is still being worked on has to wait", async () => {
  const bloom = openShop();
  bloom.world.faults.add({ kind: "delay-then-commit", operation: "refundCreate", delayMs: 50 });
  const slow = send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  const second = await send(bloom, toStoreCredit(bloom, "22.00"), "k1");
  expect(second.userErrors[0].message).toBe("This request is currently in progress, please try again.");
  expect((await slow).userErrors).toEqual([]);
  expect(bloom.shop.accounts.all()[0]?.balance).toBe(2200n);
  expectBooksToBalance(bloom);
});

test("without the directive nothing happens from 2026-04 on, and older versions do without", async () => {
  const bloom = openShop();
  const bare = `mutation($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }`;
  const missing = await bloom.ask(bare, { input: toStoreCredit(bloom, "22.00") });
  expect(missing).toMatchObject({
    data: { refundCreate: null },
    errors: [
      {
        message: "The @idempotent directive is required for this mutation but was not provided.",
        extensions: { code: "BAD_REQUEST" },
        path: ["refundCreate"],
      },
    ],
  });
  expect(bloom.shop.creditMovements.size).toBe(0);
  const older = await bloom.ask(bare, { input: toStoreCredit(bloom, "22.00") }, "2025-01");
  expect(older.data.refundCreate.userErrors).toEqual([]);
});

test("refusals leave the order as it was and say why in the recorded words", async () => {
  const bloom = openShop();
  const { orderId, parentId } = facts(bloom);
  const transaction = { amount: "900.00", gateway: "shopify_payments", kind: "REFUND", orderId, parentId };
  const messages = [
    await send(bloom, { orderId, transactions: [transaction] }, "a"),
    await send(bloom, { orderId, transactions: [{ ...transaction, kind: "AUTHORIZATION" }] }, "b"),
    await send(
      bloom,
      { orderId, transactions: [{ ...transaction, parentId: "gid://shopify/OrderTransaction/1" }] },
      "c",
    ),
  ].map((answer) => ({
    refund: answer.refund,
    ...answer.userErrors[0],
    status: answer.order.displayFinancialStatus,
  }));
  expect(messages).toEqual([
    {
      refund: null,
      field: null,
      message: "Refund amount $900.00 is greater than net payment received $71.50",
      status: "PAID",
    },
    { refund: null, field: null, message: "Kind authorization is not a valid transaction", status: "PAID" },
    {
      refund: null,
      field: ["transactions"],
      message: "Transactions require a parent_id associated with the order",
      status: "PAID",
    },
  ]);
});

test("store credit needs somebody to hold it: not for orders without a customer, companies, or classic accounts", async () => {
  const line = [{ variant: "SHIRT", quantity: 1 }];
  const shops = [
    openShop({ orders: [{ number: 1001, customer: null, lines: line }] }),
    openShop({
      orders: [{ number: 1001, customer: "ada", company: { name: "Acme", location: "HQ" }, lines: line }],
    }),
    openShop({ customerAccountsVersion: "CLASSIC" }),
  ];
  for (const bloom of shops) {
    const answer = await send(bloom, toStoreCredit(bloom, "5.00"), "k");
    expect(answer.refund).toBeNull();
    expect(answer.userErrors[0].field[0]).toBe("refundMethods");
    expect(bloom.shop.creditMovements.size).toBe(0);
  }
});

test("not even when over-refunding is allowed does more go back to a payment than came in", async () => {
  const bloom = openShop();
  const { orderId, parentId } = facts(bloom);
  const input = {
    orderId,
    allowOverRefunding: true,
    transactions: [{ amount: "999.00", gateway: "shopify_payments", kind: "REFUND", orderId, parentId }],
  };
  expect((await send(bloom, input, "over")).userErrors).toEqual([
    { field: null, message: "Refund amount $999.00 is greater than net payment received $71.50" },
  ]);
  expectBooksToBalance(bloom);
});

test("a custom item refunded before shipping is worth nothing unless it goes back into stock", async () => {
  const orders = [
    { number: 1001, customer: "ada", lines: [{ title: "Gift wrap", quantity: 2, unitPrice: "10.00" }] },
  ];
  const bloom = openShop({ orders });
  const { orderId, lineItemId } = facts(bloom);
  const worth = async (restockType: string, key: string) => {
    const locationId = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
    const refundLineItems = [
      { lineItemId, quantity: 1, restockType, ...(restockType === "RETURN" ? { locationId } : {}) },
    ];
    const { refund } = await send(bloom, { orderId, refundLineItems, transactions: [] }, key);
    return refund.refundLineItems.nodes[0].subtotalSet.shopMoney.amount;
  };
  expect(await worth("NO_RESTOCK", "a")).toBe("0.0");
  expect(await worth("RETURN", "b")).toBe("10.0");
});
