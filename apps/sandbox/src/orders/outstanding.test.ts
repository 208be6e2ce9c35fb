import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const create = `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { capturable totalOutstandingSet { shopMoney { amount } } totalCapturableSet { shopMoney { amount } } } userErrors { message } } }`;

async function order(transactions: unknown[]) {
  const priceSet = { shopMoney: { amount: "18.00", currencyCode: "USD" } };
  const answer = await openShop().data(create, {
    order: { lineItems: [{ title: "Gift wrap", quantity: 1, priceSet }], transactions },
  });
  const { capturable, totalOutstandingSet, totalCapturableSet } = answer.orderCreate.order;
  const amount = (set: { shopMoney: { amount: string } }) => set.shopMoney.amount;
  return { capturable, owed: amount(totalOutstandingSet), authorized: amount(totalCapturableSet) };
}

test("what nobody has paid is owed, what is authorized can be captured instead", async () => {
  const amountSet = { shopMoney: { amount: "18.00", currencyCode: "USD" } };
  expect(await order([])).toEqual({ capturable: false, owed: "18.0", authorized: "0.0" });
  expect(await order([{ kind: "AUTHORIZATION", status: "SUCCESS", gateway: "manual", amountSet }])).toEqual({
    capturable: true,
    owed: "0.0",
    authorized: "18.0",
  });
  expect(await order([{ kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet }])).toEqual({
    capturable: false,
    owed: "0.0",
    authorized: "0.0",
  });
});
