import { describe, expect, test } from "vitest";
import { jpy, usd } from "../testing/amounts.ts";
import { answering } from "../testing/answering.ts";
import { creditAccount } from "./credit-account.ts";

const expiresAt = new Date("2027-11-24T12:00:07Z");
const asked = { customerId: "gid://shopify/Customer/1", amount: usd(600n), expiresAt };

const made = {
  id: "gid://shopify/StoreCreditAccountCreditTransaction/9",
  createdAt: "2026-11-24T10:00:00Z",
  expiresAt: "2027-11-24T12:00:07Z",
  event: "ADJUSTMENT",
  amount: { amount: "6.0", currencyCode: "USD" },
  balanceAfterTransaction: { amount: "66.0", currencyCode: "USD" },
  account: { id: "gid://shopify/StoreCreditAccount/4821" },
};

const paid = (change: object = {}, userErrors: object[] = []) => ({
  data: { storeCreditAccountCredit: { storeCreditAccountTransaction: { ...made, ...change }, userErrors } },
});

const refused = (...userErrors: object[]) => ({
  data: { storeCreditAccountCredit: { storeCreditAccountTransaction: null, userErrors } },
});

describe("giving credit", () => {
  test("the answer is believed when every field agrees, though Shopify trims its decimals", async () => {
    const shop = await answering(paid());
    const answer = await creditAccount(shop.admin, asked);
    expect(answer).toMatchObject({
      kind: "done",
      requestId: "req-1",
      value: {
        transactionId: made.id,
        accountId: made.account.id,
        amount: usd(600n),
        balanceAfter: usd(6600n),
        expiresAt,
      },
    });
    expect(shop.asked[0]?.variables).toEqual({
      id: "gid://shopify/Customer/1",
      creditInput: {
        creditAmount: { amount: "6.00", currencyCode: "USD" },
        expiresAt: "2027-11-24T12:00:07.000Z",
        notify: false,
      },
    });
  });

  test.each([
    ["another amount", { amount: { amount: "6.01", currencyCode: "USD" } }],
    ["another currency", { amount: { amount: "6.0", currencyCode: "CAD" } }],
    ["another expiry", { expiresAt: "2027-11-24T12:00:08Z" }],
    ["no expiry", { expiresAt: null }],
    ["another event", { event: "ORDER_REFUND" }],
    [
      "a balance smaller than the credit",
      { balanceAfterTransaction: { amount: "5.99", currencyCode: "USD" } },
    ],
    ["an amount that is none", { amount: { amount: "6.001", currencyCode: "USD" } }],
  ])("an answer with %s is not believed: somebody has to look", async (_, change) => {
    expect(await creditAccount((await answering(paid(change))).admin, asked)).toMatchObject({
      kind: "unknown",
      reason: "mismatch",
      detail: made.id,
    });
  });

  test("a credit and an error in one answer contradict each other", async () => {
    const both = paid({}, [{ code: "CREDIT_LIMIT_EXCEEDED", field: null, message: "no" }]);
    expect(await creditAccount((await answering(both)).admin, asked)).toMatchObject({
      kind: "unknown",
      reason: "contradiction",
    });
  });

  test("neither a credit nor an error proves nothing", async () => {
    expect(await creditAccount((await answering(refused())).admin, asked)).toMatchObject({
      kind: "unknown",
      reason: "contradiction",
    });
  });

  test.each([
    "ACCOUNT_NOT_FOUND",
    "OWNER_NOT_FOUND",
    "CREDIT_LIMIT_EXCEEDED",
    "EXPIRES_AT_IN_PAST",
    "MISMATCHING_CURRENCY",
    "NEGATIVE_OR_ZERO_AMOUNT",
    "UNSUPPORTED_CURRENCY",
  ])("%s means that Shopify looked and gave nothing", async (code) => {
    const field = ["creditInput", "creditAmount", "amount"];
    const answer = await creditAccount(
      (await answering(refused({ code, field, message: "no" }))).admin,
      asked,
    );
    expect(answer).toEqual({ kind: "refused", code, field, message: "no", requestId: "req-1" });
  });

  test.each([["SOMETHING_NEW"], [null], [undefined]])(
    "a code nobody knows (%s) leaves the matter open",
    async (code) => {
      const answer = await creditAccount(
        (await answering(refused({ code, field: null, message: "no" }))).admin,
        asked,
      );
      expect(answer).toMatchObject({ kind: "unknown", reason: "unknown_refusal" });
    },
  );

  test("yen are sent without decimals, and never expire when nobody said so", async () => {
    const shop = await answering(
      paid({
        amount: { amount: "480.0", currencyCode: "JPY" },
        balanceAfterTransaction: { amount: "5280.0", currencyCode: "JPY" },
        expiresAt: null,
      }),
    );
    const answer = await creditAccount(shop.admin, { ...asked, amount: jpy(480n), expiresAt: null });
    expect(answer).toMatchObject({ kind: "done", value: { amount: jpy(480n), expiresAt: null } });
    expect(shop.asked[0]?.variables).toMatchObject({
      creditInput: { creditAmount: { amount: "480", currencyCode: "JPY" } },
    });
    expect(JSON.stringify(shop.asked[0])).not.toContain('expiresAt":');
  });

  test("a note is written where the version knows notes, and left out where it would be refused", async () => {
    const old = await answering(paid());
    await creditAccount(old.admin, { ...asked, note: "rsc1:x:1" });
    expect(JSON.stringify(old.asked[0]?.variables)).not.toContain("note");
    const young = await answering(paid(), "2027-01");
    await creditAccount(young.admin, { ...asked, note: "rsc1:x:1" });
    expect(young.asked[0]?.variables).toMatchObject({ creditInput: { note: "rsc1:x:1" } });
  });
});
