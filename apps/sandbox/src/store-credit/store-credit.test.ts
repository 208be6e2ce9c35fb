import { expect, test } from "vitest";
import { expectBooksToBalance, openShop, type TestShop } from "../testing/stand-in.ts";

const fields = `__typename amount { amount currencyCode } balanceAfterTransaction { amount } event origin account { id balance { amount currencyCode } }`;
const creditDocument = `mutation($id: ID!, $creditInput: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $creditInput) { storeCreditAccountTransaction { ${fields} } userErrors { field message code } } }`;
const debitDocument = `mutation($id: ID!, $debitInput: StoreCreditAccountDebitInput!) { storeCreditAccountDebit(id: $id, debitInput: $debitInput) { storeCreditAccountTransaction { ${fields} } userErrors { field message code } } }`;

const ada = (bloom: TestShop) => `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}`;
const nobody = "gid://shopify/StoreCreditAccount/999999999999999";

async function credit(bloom: TestShop, id: string, amount: string, currencyCode = "USD", rest = {}) {
  return (
    await bloom.data(creditDocument, { id, creditInput: { creditAmount: { amount, currencyCode }, ...rest } })
  ).storeCreditAccountCredit;
}

async function debit(bloom: TestShop, id: string, amount: string, currencyCode = "USD") {
  return (await bloom.data(debitDocument, { id, debitInput: { debitAmount: { amount, currencyCode } } }))
    .storeCreditAccountDebit;
}

test("a credit to a customer opens her account; the same request again is paid again", async () => {
  const bloom = openShop();
  const first = await credit(bloom, ada(bloom), "7.23");
  expect(first.storeCreditAccountTransaction).toMatchObject({
    amount: { amount: "7.23", currencyCode: "USD" },
    balanceAfterTransaction: { amount: "7.23" },
    event: "ADJUSTMENT",
    origin: null,
  });
  const second = await credit(bloom, ada(bloom), "7.23");
  expect(second.storeCreditAccountTransaction.balanceAfterTransaction.amount).toBe("14.46");
  expect(second.storeCreditAccountTransaction.account.id).toBe(
    first.storeCreditAccountTransaction.account.id,
  );
  expectBooksToBalance(bloom);
});

test("every currency has an account of its own, and amounts are printed trimmed", async () => {
  const bloom = openShop();
  await credit(bloom, ada(bloom), "7.00");
  const francs = await credit(bloom, ada(bloom), "2.00", "CHF");
  expect(francs.storeCreditAccountTransaction.amount).toEqual({ amount: "2.0", currencyCode: "CHF" });
  const back = await debit(bloom, francs.storeCreditAccountTransaction.account.id, "2.0", "CHF");
  expect(back.storeCreditAccountTransaction).toMatchObject({
    amount: { amount: "-2.0" },
    balanceAfterTransaction: { amount: "0.0" },
  });
  const { customer } = await bloom.data(
    `query($id: ID!) { customer(id: $id) { all: storeCreditAccounts(first: 5) { nodes { balance { currencyCode } } } one: storeCreditAccounts(first: 5, query: "currency_code:CHF") { nodes { balance { amount } } pageInfo { hasNextPage startCursor } } } }`,
    { id: ada(bloom) },
  );
  expect(customer.all.nodes).toHaveLength(2);
  expect(customer.one.nodes).toEqual([{ balance: { amount: "0.0" } }]);
  expectBooksToBalance(bloom);
});

test("what is wrong with a credit is said in the recorded order: whose, until when, which currency, how much", async () => {
  const bloom = openShop();
  const account = (await credit(bloom, ada(bloom), "5.00")).storeCreditAccountTransaction.account.id;
  const wrongs = [
    await credit(bloom, nobody, "0.00", "USD", { expiresAt: "2000-01-01T00:00:00Z" }),
    await credit(bloom, "gid://shopify/Customer/1", "0.00"),
    await credit(bloom, account, "-5.00", "USD", { expiresAt: "2000-01-01T00:00:00Z" }),
    await credit(bloom, account, "2.00", "CAD"),
    await credit(bloom, ada(bloom), "0.00"),
    await credit(bloom, ada(bloom), "100000.00"),
  ];
  expect(wrongs.map((wrong) => wrong.userErrors)).toEqual([
    [{ field: ["id"], message: "Store credit account does not exist", code: "ACCOUNT_NOT_FOUND" }],
    [{ field: ["id"], message: "Owner does not exist", code: "OWNER_NOT_FOUND" }],
    [
      {
        field: ["creditInput", "expiresAt"],
        message: "The expiry date must be in the future",
        code: "EXPIRES_AT_IN_PAST",
      },
    ],
    [
      {
        field: ["creditInput", "creditAmount", "currencyCode"],
        message: "The currency provided does not match the currency of the store credit account",
        code: "MISMATCHING_CURRENCY",
      },
    ],
    [
      {
        field: ["creditInput", "creditAmount", "amount"],
        message: "A positive amount must be used to credit a store credit account",
        code: "NEGATIVE_OR_ZERO_AMOUNT",
      },
    ],
    [
      {
        field: ["creditInput", "creditAmount", "amount"],
        message: "The operation would cause the account's credit limit to be exceeded",
        code: "CREDIT_LIMIT_EXCEEDED",
      },
    ],
  ]);
  expect(wrongs.every((wrong) => wrong.storeCreditAccountTransaction === null)).toBe(true);
  expectBooksToBalance(bloom);
});

test("a debit is refused without an account, without money, and without a positive amount", async () => {
  const bloom = openShop();
  const account = (await credit(bloom, ada(bloom), "5.00")).storeCreditAccountTransaction.account.id;
  const codes = [
    await debit(bloom, nobody, "0.00"),
    await debit(bloom, account, "1.00", "CHF"),
    await debit(bloom, ada(bloom), "-1.00"),
    await debit(bloom, account, "9999.00"),
  ];
  expect(codes.map((wrong) => wrong.userErrors[0])).toEqual([
    { field: ["id"], message: "Store credit account does not exist", code: "ACCOUNT_NOT_FOUND" },
    {
      field: ["debitInput", "debitAmount", "currencyCode"],
      message: "The currency provided does not match the currency of the store credit account",
      code: "MISMATCHING_CURRENCY",
    },
    {
      field: ["debitInput", "debitAmount", "amount"],
      message: "A positive amount must be used to debit a store credit account",
      code: "NEGATIVE_OR_ZERO_AMOUNT",
    },
    {
      field: ["debitInput", "debitAmount", "amount"],
      message: "The store credit account does not have sufficient funds to satisfy the request",
      code: "INSUFFICIENT_FUNDS",
    },
  ]);
});

test("currencies that exist only in answers are a top-level error", async () => {
  const bloom = openShop();
  const answer = await bloom.ask(creditDocument, {
    id: ada(bloom),
    creditInput: { creditAmount: { amount: "1.00", currencyCode: "XXX" } },
  });
  expect(answer.errors[0]).toMatchObject({
    message: 'CurrencyCode "XXX" is invalid. It can only be used as a result and not as an input value.',
    extensions: { code: "CURRENCY_CODE_INVALID" },
    path: ["storeCreditAccountCredit"],
  });
  expect(answer.data).toEqual({ storeCreditAccountCredit: null });
});

test("what runs out soonest is spent first, and what runs out leaves a transaction of its own", async () => {
  const bloom = openShop();
  const at = (days: number) => new Date(bloom.world.now().getTime() + days * 86_400_000).toISOString();
  await credit(bloom, ada(bloom), "10.00");
  await credit(bloom, ada(bloom), "4.00", "USD", { expiresAt: at(30) });
  const { account } = (await credit(bloom, ada(bloom), "3.00", "USD", { expiresAt: at(10) }))
    .storeCreditAccountTransaction;
  await debit(bloom, account.id, "5.00");
  bloom.world.setClock({ offsetMs: 31 * 86_400_000, stoppedAt: null });
  const { storeCreditAccount } = await bloom.data(
    `query($id: ID!) { storeCreditAccount(id: $id) { balance { amount } transactions(first: 10, reverse: true) { nodes { __typename event amount { amount }
      ... on StoreCreditAccountCreditTransaction { remainingAmount { amount } } ... on StoreCreditAccountExpirationTransaction { creditTransaction { amount { amount } } } } } } }`,
    { id: account.id },
  );
  expect(storeCreditAccount.balance.amount).toBe("10.0");
  const [expired, spent, soon, later, forever] = storeCreditAccount.transactions.nodes;
  expect(expired).toMatchObject({
    __typename: "StoreCreditAccountExpirationTransaction",
    amount: { amount: "-2.0" },
    creditTransaction: { amount: { amount: "4.0" } },
  });
  expect(spent).toMatchObject({
    __typename: "StoreCreditAccountDebitTransaction",
    amount: { amount: "-5.0" },
  });
  expect([soon, later, forever].map((entry) => entry.remainingAmount.amount)).toEqual(["0.0", "0.0", "10.0"]);
  expectBooksToBalance(bloom);
});

test("a watermark finds what was added since: type and id together", async () => {
  const bloom = openShop();
  await credit(bloom, ada(bloom), "1.00");
  const watermark = bloom.shop.creditMovements.all()[0]?.id ?? 0;
  await credit(bloom, ada(bloom), "2.00");
  await debit(bloom, ada(bloom), "0.50");
  const found = await bloom.data(
    `query($id: ID!, $q: String!) { customer(id: $id) { storeCreditAccounts(first: 1) { nodes { transactions(first: 50, query: $q, sortKey: CREATED_AT, reverse: true) { nodes { amount { amount } } } } } } }`,
    { id: ada(bloom), q: `type:credit id:>=${watermark + 1}` },
  );
  expect(found.customer.storeCreditAccounts.nodes[0].transactions.nodes).toEqual([
    { amount: { amount: "2.0" } },
  ]);
});
