import { expect, test } from "vitest";
import { expectBooksToBalance, openShop } from "../testing/stand-in.ts";

const read = `query($id: ID!) { order(id: $id) { closed cancelledAt cancelReason cancellation { staffNote } displayFinancialStatus displayFulfillmentStatus
  totalOutstandingSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } } totalReceivedSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } }
  transactions { kind gateway amountSet { shopMoney { amount } } } fulfillmentOrders(first: 1) { nodes { status lineItems(first: 1) { nodes { totalQuantity remainingQuantity lineItem { quantity fulfillableQuantity } } } } } } }`;
const cancel = `mutation($id: ID!, $how: OrderCancelRefundMethodInput) { orderCancel(orderId: $id, reason: OTHER, restock: true, staffNote: "note", refundMethod: $how) { job { id } orderCancelUserErrors { code message } } }`;

const unshipped = {
  number: 1001,
  customer: "ada",
  lines: [{ title: "Shirt", quantity: 2, unitPrice: "10.00" }],
  transactions: [{ gateway: "manual", amount: "20.00" }],
};
const orderId = (bloom: ReturnType<typeof openShop>) =>
  `gid://shopify/Order/${bloom.shop.orderByName("1001")?.id}`;

test("a cancelled order is closed, worth nothing, refunded to where the money came from, and has nothing left to send", async () => {
  const bloom = openShop({ orders: [unshipped] });
  const answer = await bloom.data(cancel, {
    id: orderId(bloom),
    how: { originalPaymentMethodsRefund: true },
  });
  expect(answer.orderCancel).toEqual({
    job: { id: expect.stringMatching(/^gid:\/\/shopify\/Job\//) },
    orderCancelUserErrors: [],
  });
  const { order } = await bloom.data(read, { id: orderId(bloom) });
  const money = (amount: string) => ({ shopMoney: { amount } });
  expect(order).toMatchObject({
    closed: true,
    cancelReason: "OTHER",
    cancellation: { staffNote: "note" },
    displayFinancialStatus: "REFUNDED",
    displayFulfillmentStatus: "UNFULFILLED",
    totalOutstandingSet: money("0.0"),
    currentTotalPriceSet: money("0.0"),
    netPaymentSet: money("0.0"),
    totalReceivedSet: money("20.0"),
    totalRefundedSet: money("20.0"),
    transactions: [
      { kind: "SALE", gateway: "manual" },
      { kind: "REFUND", gateway: "manual", amountSet: money("20.0") },
    ],
    fulfillmentOrders: {
      nodes: [
        {
          status: "CLOSED",
          lineItems: {
            nodes: [
              { totalQuantity: 0, remainingQuantity: 0, lineItem: { quantity: 2, fulfillableQuantity: 0 } },
            ],
          },
        },
      ],
    },
  });
});

test("it may be refunded to store credit instead, but not for nobody and not for a company", async () => {
  const bloom = openShop({ orders: [unshipped] });
  await bloom.data(cancel, { id: orderId(bloom), how: { storeCreditRefund: {} } });
  expect(bloom.shop.creditMovements.all()).toMatchObject([{ event: "ORDER_CANCELLATION", amount: 2000n }]);
  expectBooksToBalance(bloom);
  const nobody = openShop({ orders: [{ ...unshipped, customer: null }] });
  const refused = await nobody.data(cancel, { id: orderId(nobody), how: { storeCreditRefund: {} } });
  expect(refused.orderCancel.orderCancelUserErrors[0].code).toBe("STORE_CREDIT_REFUND_MISSING_CUSTOMER");
});

test("what contradicts itself, says too much, or was done before is refused in Shopify's words", async () => {
  const bloom = openShop({ orders: [unshipped] });
  const refusal = async (rest: string) =>
    (
      await bloom.data(
        `mutation($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false${rest}) { job { id } orderCancelUserErrors { field message code } } }`,
        { id: orderId(bloom) },
      )
    ).orderCancel.orderCancelUserErrors[0];
  const both = {
    field: ["refund"],
    message: "Only one of the arguments `refund` or `refund_method` is allowed.",
    code: "INVALID",
  };
  expect(await refusal(", refund: true, refundMethod: { originalPaymentMethodsRefund: true }")).toEqual(both);
  expect(await refusal(", refund: false, refundMethod: { originalPaymentMethodsRefund: true }")).toEqual(
    both,
  );
  expect(await refusal(`, staffNote: "${"x".repeat(256)}"`)).toEqual({
    field: ["staffNote"],
    message: "Staff note is too long. Maximum length is 255 characters.",
    code: "INVALID",
  });
  expect(await refusal("")).toBeUndefined();
  expect(await refusal("")).toEqual({
    field: ["orderId"],
    message: "Cannot cancel an order that has already been canceled",
    code: "INVALID",
  });
});
