import { describe, expect, test } from "vitest";
import { usd } from "../testing/amounts.ts";
import { answering } from "../testing/answering.ts";
import { debitAccount } from "./debit-account.ts";

const accountId = "gid://shopify/StoreCreditAccount/4821";
const asked = { accountId, amount: usd(600n) };

const made = {
  id: "gid://shopify/StoreCreditAccountDebitTransaction/9",
  createdAt: "2026-11-24T10:00:00Z",
  event: "ADJUSTMENT",
  amount: { amount: "-6.0", currencyCode: "USD" },
  balanceAfterTransaction: { amount: "0.0", currencyCode: "USD" },
  account: { id: accountId },
};

const debited = (transaction: object | null, ...userErrors: object[]) =>
  answering({
    data: { storeCreditAccountDebit: { storeCreditAccountTransaction: transaction, userErrors } },
  });

describe("taking credit back", () => {
  test("the answer is believed when every field agrees; Shopify writes what it took as negative", async () => {
    const shop = await debited(made);
    expect(await debitAccount(shop.admin, asked)).toMatchObject({
      kind: "done",
      value: { transactionId: made.id, accountId, amount: usd(-600n), balanceAfter: usd(0n) },
    });
    const debitInput = { debitAmount: { amount: "6.00", currencyCode: "USD" } };
    expect(shop.asked[0]?.variables).toEqual({ id: accountId, debitInput });
  });

  test.each([
    ["another amount", { amount: { amount: "-6.01", currencyCode: "USD" } }],
    ["an amount that was given", { amount: { amount: "6.0", currencyCode: "USD" } }],
    ["another currency", { amount: { amount: "-6.0", currencyCode: "CAD" } }],
    ["another account", { account: { id: "gid://shopify/StoreCreditAccount/4822" } }],
    ["another event", { event: "ORDER_PAYMENT" }],
    ["a balance below nothing", { balanceAfterTransaction: { amount: "-0.01", currencyCode: "USD" } }],
  ])("an answer with %s is not believed: somebody has to look", async (_, change) => {
    const { admin } = await debited({ ...made, ...change });
    expect(await debitAccount(admin, asked)).toMatchObject({
      kind: "unknown",
      reason: "mismatch",
      detail: made.id,
    });
  });

  test.each(["ACCOUNT_NOT_FOUND", "INSUFFICIENT_FUNDS", "MISMATCHING_CURRENCY", "NEGATIVE_OR_ZERO_AMOUNT"])(
    "%s means that Shopify looked and took nothing",
    async (code) => {
      const { admin } = await debited(null, { code, field: null, message: "no" });
      expect(await debitAccount(admin, asked)).toMatchObject({ kind: "refused", code });
    },
  );

  test("a debit and an error, a code nobody knows, and neither of them leave the matter open", async () => {
    const no = { code: "INSUFFICIENT_FUNDS", field: null, message: "no" };
    const strange = { ...no, code: "SOMETHING_NEW" };
    for (const shop of [await debited(made, no), await debited(null, strange), await debited(null)])
      expect(await debitAccount(shop.admin, asked)).toMatchObject({ kind: "unknown" });
  });
});
