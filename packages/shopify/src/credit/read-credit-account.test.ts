import { describe, expect, test } from "vitest";
import { usd } from "../testing/amounts.ts";
import { type Asked, answering } from "../testing/answering.ts";
import { readCreditAccount } from "./read-credit-account.ts";

const ada = { customerId: "gid://shopify/Customer/1", currency: "USD" };
const money = (amount: string) => ({ amount, currencyCode: "USD" });

const common = { createdAt: "2026-11-24T10:00:00Z", event: "ADJUSTMENT", origin: null };

const credit = (id: number, change: object = {}) => ({
  ...common,
  __typename: "StoreCreditAccountCreditTransaction",
  id: `gid://shopify/StoreCreditAccountCreditTransaction/${id}`,
  amount: money("6.0"),
  balanceAfterTransaction: money("66.0"),
  expiresAt: "2027-11-24T12:00:07Z",
  remainingAmount: money("2.5"),
  ...change,
});

const account = (nodes: object[], next: string | null = null, change: object = {}) => ({
  id: "gid://shopify/StoreCreditAccount/4821",
  balance: money("66.0"),
  transactions: { nodes, pageInfo: { hasNextPage: next !== null, endCursor: next } },
  ...change,
});

const accounts = (...nodes: object[]) => ({ data: { customer: { storeCreditAccounts: { nodes } } } });

describe("a customer's store credit", () => {
  test("is read with its balance and every kind of movement", async () => {
    const shop = await answering(
      accounts(
        account([
          {
            ...common,
            __typename: "StoreCreditAccountExpirationTransaction",
            amount: money("-1.0"),
            balanceAfterTransaction: money("0.0"),
            creditTransaction: { id: "gid://shopify/StoreCreditAccountCreditTransaction/1" },
          },
          {
            ...common,
            __typename: "StoreCreditAccountDebitTransaction",
            id: "gid://shopify/StoreCreditAccountDebitTransaction/4",
            event: "ORDER_PAYMENT",
            amount: money("-2.22"),
            balanceAfterTransaction: money("1.0"),
            origin: { id: "gid://shopify/OrderTransaction/8", order: { id: "gid://shopify/Order/2" } },
          },
          credit(3),
          credit(2, { event: "ORDER_REFUND", expiresAt: null, origin: { id: "t", order: null } }),
        ]),
      ),
    );
    const now = await readCreditAccount(shop.admin, ada);
    expect(now).toMatchObject({
      accountId: "gid://shopify/StoreCreditAccount/4821",
      balance: usd(6600n),
      complete: true,
    });
    expect(now.transactions).toMatchObject([
      { kind: "expiration", id: null, amount: usd(-100n) },
      { kind: "debit", amount: usd(-222n), orderId: "gid://shopify/Order/2", event: "ORDER_PAYMENT" },
      {
        kind: "credit",
        amount: usd(600n),
        remaining: usd(250n),
        expiresAt: new Date("2027-11-24T12:00:07Z"),
        note: null,
      },
      { kind: "credit", expiresAt: null, event: "ORDER_REFUND", orderTransactionId: "t", orderId: null },
    ]);
    expect(shop.asked[0]?.variables).toMatchObject({ which: "currency_code:USD", after: null });
  });

  test("is nothing, and not an error, when there is no account yet; a customer who is gone is told apart", async () => {
    const none = await readCreditAccount((await answering(accounts())).admin, ada);
    expect(none).toEqual({
      customerExists: true,
      accountId: null,
      balance: usd(0n),
      transactions: [],
      complete: true,
    });
    const gone = await readCreditAccount((await answering({ data: { customer: null } })).admin, ada);
    expect(gone).toMatchObject({ customerExists: false, accountId: null });
  });

  test("is never the credit of another currency, even when Shopify's filter lets one through", async () => {
    const francs = account([], null, { id: "other", balance: { amount: "2.0", currencyCode: "CHF" } });
    const now = await readCreditAccount((await answering(accounts(francs, account([credit(1)])))).admin, ada);
    expect(now.accountId).toBe("gid://shopify/StoreCreditAccount/4821");
    expect(await readCreditAccount((await answering(accounts(francs))).admin, ada)).toMatchObject({
      accountId: null,
    });
  });

  test("is read back to a moment, page after page, and no further", async () => {
    const pages: Record<string, object> = {
      first: account([credit(4), credit(3)], "second"),
      second: account([credit(2), credit(1, { createdAt: "2026-11-20T10:00:00Z" })], "third"),
    };
    const shop = await answering(({ variables }: Asked) =>
      accounts(pages[String(variables.after ?? "first")] ?? {}),
    );
    const now = await readCreditAccount(shop.admin, { ...ada, since: new Date("2026-11-24T09:00:00Z") });
    expect(now.transactions.map((seen) => seen.id?.at(-1))).toEqual(["4", "3", "2", "1"]);
    expect(now.complete).toBe(true);
    expect(shop.asked).toHaveLength(2);
  });

  test("asks for notes only where they exist", async () => {
    const old = await answering(accounts(account([credit(1)])));
    await readCreditAccount(old.admin, ada);
    expect(old.asked[0]?.query).not.toContain("note");
    const young = await answering(accounts(account([credit(1, { note: "rsc1:x:1" })])), "2027-01");
    const now = await readCreditAccount(young.admin, ada);
    expect(young.asked[0]?.query.match(/\bnote\b/g)).toHaveLength(2);
    expect(now.transactions[0]?.note).toBe("rsc1:x:1");
  });
});
