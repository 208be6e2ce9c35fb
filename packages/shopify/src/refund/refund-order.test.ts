import { describe, expect, test } from "vitest";
import { usd } from "../testing/amounts.ts";
import { answering } from "../testing/answering.ts";
import { type RefundOrder, refundOrder } from "./refund-order.ts";

const goodwill: RefundOrder = {
  key: "5f0f8a54-6f7e-5c8e-9f0a-0c2b7b0c9a11",
  orderId: "gid://shopify/Order/1",
  currency: "USD",
  lines: [{ lineItemId: "gid://shopify/LineItem/1", quantity: 1 }],
  money: { storeCredit: usd(3000n) },
  note: "rsc1:x",
};

const transaction = (amount: string, kind = "REFUND") => ({
  id: "gid://shopify/OrderTransaction/9",
  kind,
  status: "SUCCESS",
  gateway: "shopify_store_credit",
  amountSet: { presentmentMoney: { amount, currencyCode: "USD" } },
});

const refunded = (...nodes: object[]) => ({
  data: {
    refundCreate: { refund: { id: "gid://shopify/Refund/5", transactions: { nodes } }, userErrors: [] },
  },
});

const refused = (...messages: string[]) => ({
  data: { refundCreate: { refund: null, userErrors: messages.map((message) => ({ field: null, message })) } },
});

describe("refunding an order without a return", () => {
  test("carries its key, so that asking again within a day is harmless", async () => {
    const shop = await answering(refunded(transaction("30.0")));
    expect(await refundOrder(shop.admin, goodwill)).toMatchObject({
      kind: "done",
      value: {
        refundId: "gid://shopify/Refund/5",
        transactions: [{ amount: usd(3000n), gateway: "shopify_store_credit" }],
      },
    });
    expect(shop.asked[0]?.query).toContain("@idempotent(key: $key)");
    expect(shop.asked[0]?.variables).toMatchObject({
      key: goodwill.key,
      input: { allowOverRefunding: false, notify: false, currency: "USD", transactions: [] },
    });
  });

  test.each([
    ["less than asked", [transaction("29.99")]],
    ["nothing", []],
    ["a payment instead of a refund", [transaction("30.0", "SALE")]],
  ])("an answer with %s is not believed", async (_, nodes) => {
    const answer = await refundOrder((await answering(refunded(...nodes))).admin, goodwill);
    expect(answer).toMatchObject({ kind: "unknown", reason: "mismatch" });
  });

  test("more than was paid is refused, in the words Shopify has for it", async () => {
    const says = "Refund amount $30.00 is greater than net payment received $25.00";
    const answer = await refundOrder((await answering(refused(says))).admin, goodwill);
    expect(answer).toMatchObject({ kind: "refused", code: "OVER_REFUND", message: says });
  });

  test.each([
    ["This request is currently in progress, please try again.", "in_progress"],
    ["The same idempotency key cannot be used with different operation parameters.", "key_mismatch"],
    [
      "A previous request with this idempotency key failed. Retry with a new idempotency key.",
      "previous_attempt_failed",
    ],
    ["Something nobody has ever said", "unknown_refusal"],
  ])("%j leaves the matter open (%s)", async (says, reason) => {
    const answer = await refundOrder((await answering(refused(says))).admin, goodwill);
    expect(answer).toMatchObject({ kind: "unknown", reason });
  });

  test("the same said at the top of the answer is understood as well", async () => {
    const error = { message: "in progress", extensions: { code: "IDEMPOTENCY_CONCURRENT_REQUEST" } };
    const answer = await refundOrder((await answering({ data: null, errors: [error] })).admin, goodwill);
    expect(answer).toMatchObject({ kind: "unknown", reason: "in_progress" });
  });

  test("a refund and an error in one answer contradict each other", async () => {
    const both = refunded(transaction("30.0"));
    const data = {
      refundCreate: { ...both.data.refundCreate, userErrors: [{ field: null, message: "no" }] },
    };
    expect(await refundOrder((await answering({ data })).admin, goodwill)).toMatchObject({
      reason: "contradiction",
    });
  });
});
