import { expect, test } from "vitest";
import { boughtAt, line, now, order, rules } from "../quote/testing/cast.ts";
import { type NotReturnable, type Policy, returnability } from "./index.ts";

const shirt = line("shirt", 2, "40.00");
const bloom = rules("USD");

function first(from: ReturnType<typeof order>, policy: Policy = bloom, at = now, timeZone = "UTC") {
  const [answer] = returnability(from, policy, at, timeZone);
  if (!answer) throw new Error("the order has no line");
  return answer;
}

test("within thirty days of delivery both shirts can come back, and the last day is named", () => {
  const answer = first(order("USD", [shirt]));
  expect(answer.quantity).toBe(2);
  expect(answer.units).toEqual([
    { fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/shirt", quantity: 2 },
  ]);
  expect(answer.windowEnds).toBe("2026-12-05");
  expect(answer.rule).toBe("window");
});

test("on the last evening it is still open, a moment later it is closed and says since when", () => {
  const from = order("USD", [shirt]);
  expect(first(from, bloom, new Date("2026-12-05T23:59:59.999Z")).quantity).toBe(2);
  const late = first(from, bloom, new Date("2026-12-06T00:00:00.000Z"));
  expect([late.quantity, late.reason]).toEqual([0, "window_closed"]);
  expect(late.windowEnds).toBe("2026-12-05");
});

test.each([
  ["America/Los_Angeles", "2026-12-05", "2026-12-06T07:59:59.999Z"],
  ["Asia/Tokyo", "2026-12-05", "2026-12-05T14:59:59.999Z"],
  ["Pacific/Kiritimati", "2026-12-06", "2026-12-06T09:59:59.999Z"],
])("in %s the last day is %s, and it lasts until midnight there", (timeZone, day, end) => {
  const from = order("USD", [shirt]);
  const last = new Date(end);
  expect(first(from, bloom, last, timeZone)).toMatchObject({ quantity: 2, windowEnds: day });
  const late = first(from, bloom, new Date(last.getTime() + 1), timeZone);
  expect(late).toMatchObject({ quantity: 0, reason: "window_closed", windowEnds: day });
});

const ends = (policy: Policy["window"], delivered: boolean) => {
  const parcel = { fulfillmentLineItemId: "1", quantity: 1, fulfilledAt: new Date("2026-11-02T10:00:00Z") };
  const returnable = [{ ...parcel, deliveredAt: delivered ? new Date("2026-11-05T10:00:00Z") : null }];
  return first(
    order("USD", [line("shirt", 1, "20", { line: { returnable } })]),
    rules("USD", { window: policy }),
  ).windowEnds;
};

test("days are counted from the order, the fulfilment or the delivery, as the shop says", () => {
  const thirty = { days: 30, bufferDays: 7, products: [] };
  expect(ends({ from: "order", ...thirty }, true)).toBe("2026-12-01");
  expect(ends({ from: "fulfillment", ...thirty }, true)).toBe("2026-12-02");
  expect(ends({ from: "delivery", ...thirty }, true)).toBe("2026-12-05");
});

test("where no delivery is known, the parcel gets some days for its way", () => {
  expect(ends({ from: "delivery", days: 30, bufferDays: 7, products: [] }, false)).toBe("2026-12-09");
});

test("a window without days is open for ever", () => {
  const window = { from: "order" as const, days: null, bufferDays: 0, products: [] };
  const answer = first(order("USD", [shirt]), rules("USD", { window }), new Date("2036-01-01T00:00:00Z"));
  expect([answer.quantity, answer.windowEnds]).toEqual([2, null]);
});

test("a product can have a window of its own", () => {
  const products = { ...bloom.finalSale, tags: ["Swimwear"] };
  const window = { ...bloom.window, products: [{ products, days: 3 }] };
  const answer = first(
    order("USD", [line("suit", 1, "20", { tags: ["swimwear"] })]),
    rules("USD", { window }),
  );
  expect([answer.reason, answer.rule]).toEqual(["window_closed", "window.products.0"]);
});

test("of two parcels only the one that is still in its window can come back", () => {
  const parcel = (id: string, day: string) => ({
    fulfillmentLineItemId: id,
    quantity: 1,
    fulfilledAt: new Date(`${day}T00:00:00Z`),
    deliveredAt: new Date(`${day}T00:00:00Z`),
  });
  const returnable = [parcel("early", "2026-10-01"), parcel("late", "2026-11-10")];
  const answer = first(order("USD", [line("shirt", 2, "40", { line: { returnable } })]));
  expect(answer.units).toEqual([{ fulfillmentLineItemId: "late", quantity: 1 }]);
});

test.each<[string, NotReturnable, string, ReturnType<typeof order>, Policy?]>([
  ["a cancelled order", "order_cancelled", "order", order("USD", [shirt], { cancelledAt: boughtAt })],
  ["a gift card", "gift_card", "order", order("USD", [line("card", 1, "50", { line: { giftCard: true } })])],
  [
    "what came back already",
    "already_returned",
    "order",
    order("USD", [line("shirt", 2, "40", { gone: 2 })]),
  ],
  [
    "what was not shipped",
    "not_shipped",
    "order",
    order("USD", [line("shirt", 1, "20", { line: { returnable: [] } })]),
  ],
  [
    "a final sale",
    "final_sale",
    "finalSale",
    order("USD", [line("shirt", 1, "20", { tags: ["final-sale"] })]),
  ],
  [
    "what a blocked customer bought",
    "blocked",
    "blocked",
    order("USD", [shirt]),
    rules("USD", { blocked: { ...bloom.blocked, emails: ["ADA@example.com"] } }),
  ],
  [
    "a blocked product",
    "blocked",
    "blocked.products",
    order("USD", [line("ring", 1, "20", { tags: ["piercing"] })]),
    rules("USD", { blocked: { ...bloom.blocked, products: { ...bloom.finalSale, tags: ["piercing"] } } }),
  ],
])("%s cannot come back", (_, reason, rule, from, policy = bloom) => {
  const answer = first(from, policy);
  expect([answer.quantity, answer.units, answer.reason, answer.rule]).toEqual([0, [], reason, rule]);
});

test("an exception lifts window, final sale and block, but not what was never shipped", () => {
  const policy = rules("USD", {
    allowed: { ...bloom.allowed, orderNames: ["#1001"] },
    blocked: { ...bloom.blocked, emails: ["ada@example.com"] },
  });
  const lines = [
    line("shirt", 1, "20", { tags: ["final-sale"] }),
    line("sock", 1, "5", { line: { returnable: [] } }),
  ];
  const answers = returnability(order("USD", lines), policy, new Date("2030-01-01T00:00:00Z"), "UTC");
  expect(answers.map(({ quantity, reason, rule }) => [quantity, reason, rule])).toEqual([
    [1, null, "allowed"],
    [0, "not_shipped", "order"],
  ]);
});

test("one of three shirts is gone, so two are left however many the parcels held", () => {
  const returnable = [
    { fulfillmentLineItemId: "a", quantity: 2, fulfilledAt: boughtAt, deliveredAt: boughtAt },
    { fulfillmentLineItemId: "b", quantity: 1, fulfilledAt: boughtAt, deliveredAt: boughtAt },
  ];
  const answer = first(order("USD", [line("shirt", 3, "60", { gone: 1, line: { returnable } })]));
  expect(answer.units).toEqual([{ fulfillmentLineItemId: "a", quantity: 2 }]);
});
