import { existsSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { shopDescription } from "../description/shop.ts";
import { demoShops } from "./index.ts";
import { percentOf, rateOf } from "./percent.ts";

const shops = demoShops().map((shop) => shopDescription.parse(shop));

test.each(shops)("$name sells twelve things, and each has a picture of at most 12 kB", (shop) => {
  expect(shop.products).toHaveLength(12);
  for (const { picture } of shop.products) {
    const file = new URL(`../../pictures/${shop.handle}/${picture}`, import.meta.url);
    expect(existsSync(file), String(picture)).toBe(true);
    expect(statSync(file).size).toBeLessThanOrEqual(12_000);
  }
});

test.each(shops)("$name has thirty orders with consecutive numbers", (shop) => {
  const numbers = shop.orders.map((order) => order.number ?? 0);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, place) => (numbers[0] ?? 0) + place));
});

test.each(shops)(
  "$name has seen everything that can make a return difficult",
  ({ orders, products, currency }) => {
    const finalSale = products
      .filter(({ tags }) => tags.includes("final-sale"))
      .flatMap(({ variants }) => variants);
    const cases = {
      severalLines: orders.some(
        ({ lines }) => lines.length > 2 && lines.some(({ quantity }) => quantity > 1),
      ),
      lineDiscount: orders.some(({ lines }) => lines.some(({ discount }) => discount)),
      orderDiscount: orders.some(({ discounts }) => discounts.length > 0),
      shipping: orders.some(({ shipping }) => shipping),
      refundedBefore: orders.some(({ refunds, cancelled }) => refunds.length > 0 && !cancelled),
      longAgo: orders.some(({ createdAt }) => Number.parseInt(createdAt, 10) < -90),
      finalSale: orders.some(({ lines }) =>
        lines.some(({ variant }) => finalSale.some(({ ref }) => ref === variant)),
      ),
      nobody: orders.some(({ customer }) => customer === null),
      otherCurrency: orders.some(({ presentment }) => presentment && presentment.currency !== currency),
      giftCard: orders.some(({ transactions }) =>
        transactions?.some(({ gateway }) => gateway === "gift_card"),
      ),
      storeCredit: orders.some(({ transactions }) =>
        transactions?.some(({ gateway }) => gateway === "shopify_store_credit"),
      ),
      unfulfilled: orders.some(({ fulfillments, cancelled }) => fulfillments.length === 0 && !cancelled),
      cancelled: orders.some(({ cancelled }) => cancelled),
      company: orders.some(({ company }) => company),
      test: orders.some((order) => order.test),
    };
    expect(Object.entries(cases).filter(([, seen]) => !seen)).toEqual([]);
  },
);

test("somebody pays in Kuwaiti dinars, which have three decimals", () => {
  const dinars = shops
    .flatMap(({ orders }) => orders)
    .find(({ presentment }) => presentment?.currency === "KWD");
  expect(dinars?.discounts[0]?.amount).toMatch(/^\d+\.\d{3}$/);
});

test("the orders people try first belong to Ada, Lena and Haru", () => {
  expect(shops.map(({ orders }) => [orders[0]?.number, orders[0]?.email])).toEqual([
    [1001, "ada@example.com"],
    [2001, "lena@example.com"],
    [3001, "haru@example.com"],
  ]);
});

test("a third off 20.01 is 6.67, and 8.25 % is the rate 0.0825", () => {
  expect(percentOf(2001n, "33.33")).toBe(667n);
  expect([rateOf("8.25"), rateOf("8.875"), rateOf("19"), rateOf("100")]).toEqual([
    "0.0825",
    "0.08875",
    "0.19",
    "1.00",
  ]);
});
