import { expect, test } from "vitest";
import { loadShop } from "../load/load-shop.ts";
import type { Order } from "../orders/order.ts";
import { brokenAccounts } from "../store-credit/invariant.ts";
import { World } from "../world/world.ts";
import { demoShops } from "./index.ts";

const world = new World({ publicUrl: "http://sandbox", appKey: "key", appSecret: "secret" });
const shops = demoShops().map((description) => loadShop(world, description));
const orders = shops.flatMap((shop) => shop.orders.all());

/** By hand and from the record's own fields, so that it agrees with the stand-in's totals only when both are right. */
function whatWasAsked(order: Order): bigint {
  let asked = 0n;
  for (const line of order.lines) {
    asked += line.unitPrice * BigInt(line.quantity);
    for (const share of line.discounts) asked -= share.amount;
    if (!order.taxesIncluded) for (const tax of line.taxes) asked += tax.amount;
  }
  for (const shipping of order.shippingLines) {
    asked += shipping.price - shipping.discount;
    if (!order.taxesIncluded) for (const tax of shipping.taxes) asked += tax.amount;
  }
  return asked;
}

function paid(order: Order): bigint {
  const sales = order.transactions.filter(({ kind, status }) => kind === "SALE" && status === "SUCCESS");
  return sales.reduce((sum, { amount }) => sum + amount, 0n);
}

test("for each of the ninety orders, lines − discounts + tax + shipping is what was paid", () => {
  expect(orders).toHaveLength(90);
  const wrong = orders.filter((order) => whatWasAsked(order) !== paid(order));
  expect(wrong.map((order) => [order.name, whatWasAsked(order), paid(order)])).toEqual([]);
});

test("nothing is discounted below zero, and no more went back than was paid", () => {
  for (const order of orders) {
    const back = order.transactions.filter(({ kind }) => kind === "REFUND");
    expect(back.reduce((sum, { amount }) => sum + amount, 0n)).toBeLessThanOrEqual(paid(order));
    for (const line of order.lines) {
      const off = line.discounts.reduce((sum, { amount }) => sum + amount, 0n);
      expect(off).toBeLessThanOrEqual(line.unitPrice * BigInt(line.quantity));
    }
  }
});

test("a discount on the whole order is on its lines to the last cent", () => {
  const [thirdOff] = orders.filter(({ name }) => name === "#1019");
  const shares = thirdOff?.lines.flatMap(({ discounts }) => discounts).map(({ amount }) => amount) ?? [];
  expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(3333n);
});

test("Ada's order is a shirt at 20.00 twice, a tote and a scarf: 100.00 and shipping, with 8.25 % tax on top", () => {
  const [order] = orders.filter(({ name }) => name === "#1001");
  expect(order?.lines.map(({ unitPrice, quantity }) => [unitPrice, quantity])).toEqual([
    [2000n, 2],
    [2400n, 1],
    [3600n, 1],
  ]);
  expect(order && paid(order)).toBe(10000n + 800n + 825n + 66n);
});

test("a cancelled order was paid back in full", () => {
  for (const order of orders.filter(({ cancelledAt }) => cancelledAt)) {
    const back = order.transactions.filter(({ kind }) => kind === "REFUND");
    expect(back.reduce((sum, { amount }) => sum + amount, 0n)).toBe(paid(order));
  }
});

test("credit that customers hold adds up", () => {
  expect(shops.flatMap(brokenAccounts)).toEqual([]);
});
