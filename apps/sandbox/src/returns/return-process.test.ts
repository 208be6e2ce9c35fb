import { expect, test } from "vitest";
import { expectBooksToBalance, openShop, type TestShop } from "../testing/stand-in.ts";

const request = `mutation($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id name status returnLineItems(first: 5) { nodes { id } } } userErrors { field message code } } }`;
const approve = `mutation($id: ID!) { returnApproveRequest(input: { id: $id }) { return { id status } userErrors { field message code } } }`;
const process = `mutation($input: ReturnProcessInput!) { returnProcess(input: $input) { return { id status } userErrors { field message code } } }`;
const read = `query($id: ID!) { return(id: $id) { status closedAt
  returnLineItems(first: 5) { nodes { id processedQuantity refundedQuantity unprocessedQuantity } }
  refunds(first: 5) { nodes { id note totalRefundedSet { presentmentMoney { amount } } transactions(first: 5) { nodes { gateway kind amountSet { presentmentMoney { amount } } } } } }
  order { returnStatus displayFinancialStatus customer { storeCreditAccounts(first: 1) { nodes { balance { amount currencyCode }
    transactions(first: 5) { nodes { __typename event amount { amount } origin { ... on OrderTransaction { gateway kind order { name } } } } } } } } } } }`;

async function openReturn(bloom: TestShop, quantity: number) {
  const order = bloom.shop.orderByName("1001");
  const fulfillmentLineItemId = `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`;
  const asked = await bloom.data(request, {
    input: {
      orderId: `gid://shopify/Order/${order?.id}`,
      returnLineItems: [{ fulfillmentLineItemId, quantity, returnReason: "STYLE" }],
    },
  });
  expect(asked.returnRequest.userErrors).toEqual([]);
  const { id, returnLineItems } = asked.returnRequest.return;
  await bloom.data(approve, { id });
  return { returnId: id as string, lineId: returnLineItems.nodes[0].id as string };
}

function toStoreCredit(returnId: string, id: string, quantity: number, amount: string) {
  const refundMethods = [{ storeCreditRefund: { amount: { amount, currencyCode: "USD" } } }];
  return {
    returnId,
    returnLineItems: [{ id, quantity }],
    note: "kept:1",
    financialTransfer: { issueRefund: { orderTransactions: [], refundMethods } },
  };
}

test("a returned shirt becomes store credit, and the credit says which order it came from", async () => {
  const bloom = openShop();
  const { returnId, lineId } = await openReturn(bloom, 1);
  const done = await bloom.data(process, { input: toStoreCredit(returnId, lineId, 1, "22.00") });
  expect(done.returnProcess).toEqual({ return: { id: returnId, status: "OPEN" }, userErrors: [] });
  const { return: now } = await bloom.data(read, { id: returnId });
  expect(now.status).toBe("CLOSED");
  expect(now.returnLineItems.nodes[0]).toMatchObject({
    processedQuantity: 1,
    refundedQuantity: 1,
    unprocessedQuantity: 0,
  });
  expect(now.refunds.nodes[0]).toMatchObject({
    note: "kept:1",
    totalRefundedSet: { presentmentMoney: { amount: "22.0" } },
    transactions: {
      nodes: [
        {
          gateway: "shopify_store_credit",
          kind: "REFUND",
          amountSet: { presentmentMoney: { amount: "22.0" } },
        },
      ],
    },
  });
  expect(now.order).toMatchObject({ returnStatus: "RETURNED", displayFinancialStatus: "PARTIALLY_REFUNDED" });
  expect(now.order.customer.storeCreditAccounts.nodes).toEqual([
    {
      balance: { amount: "22.0", currencyCode: "USD" },
      transactions: {
        nodes: [
          {
            __typename: "StoreCreditAccountCreditTransaction",
            event: "ORDER_REFUND",
            amount: { amount: "22.0" },
            origin: { gateway: "shopify_store_credit", kind: "REFUND", order: { name: "#1001" } },
          },
        ],
      },
    },
  ]);
  expectBooksToBalance(bloom);
});

test("processing the same pieces twice is refused, because a return that is done is closed", async () => {
  const bloom = openShop();
  const { returnId, lineId } = await openReturn(bloom, 1);
  const input = toStoreCredit(returnId, lineId, 1, "22.00");
  await bloom.data(process, { input });
  const again = await bloom.data(process, { input });
  expect(again.returnProcess.return).toBeNull();
  expect(again.returnProcess.userErrors[0]).toMatchObject({
    field: ["input", "returnId"],
    code: "INVALID_STATE",
  });
  expectBooksToBalance(bloom);
});

test("more pieces than are open are refused, and nothing moves", async () => {
  const bloom = openShop();
  const { returnId, lineId } = await openReturn(bloom, 2);
  await bloom.data(process, { input: toStoreCredit(returnId, lineId, 1, "22.00") });
  const tooMany = await bloom.data(process, { input: toStoreCredit(returnId, lineId, 2, "44.00") });
  expect(tooMany.returnProcess.userErrors[0]).toMatchObject({
    field: ["input", "returnLineItems", "0", "quantity"],
    code: "INVALID",
  });
  expect(bloom.shop.accounts.all()[0]?.balance).toBe(2200n);
  expectBooksToBalance(bloom);
});

test("more money than came in is refused in Shopify's words", async () => {
  const bloom = openShop();
  const { returnId, lineId } = await openReturn(bloom, 1);
  const done = await bloom.data(process, { input: toStoreCredit(returnId, lineId, 1, "900.00") });
  expect(done.returnProcess.userErrors[0].message).toBe(
    "Refund amount $900.00 is greater than net payment received $71.50",
  );
  expect(bloom.shop.creditMovements.size).toBe(0);
});
