import { expect, test } from "vitest";
import { expectBooksToBalance, openShop } from "../testing/stand-in.ts";

test("a mutation without its permission is denied at exactly its own field, and nothing happens", async () => {
  const bloom = openShop({}, ["read_customers"]);
  const answer = await bloom.ask(
    `mutation($id: ID!) { storeCreditAccountCredit(id: $id, creditInput: { creditAmount: { amount: "5", currencyCode: USD } }) { userErrors { code } } }`,
    { id: `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}` },
  );
  expect(answer.errors[0]).toMatchObject({
    message:
      "Access denied for storeCreditAccountCredit field. Required access: `write_store_credit_account_transactions` access scope.",
    extensions: { code: "ACCESS_DENIED" },
    path: ["storeCreditAccountCredit"],
  });
  expect(answer.data).toEqual({ storeCreditAccountCredit: null });
  expect(bloom.shop.creditMovements.size).toBe(0);
  expectBooksToBalance(bloom);
});

test("orders older than sixty days are not there for an app without read_all_orders", async () => {
  const order = { customer: "ada", lines: [{ variant: "SHIRT", quantity: 1 }] };
  const orders = [
    { ...order, number: 1001, createdAt: "-61d" },
    { ...order, number: 1002, createdAt: "-59d" },
  ];
  const names = async (scopes: string[]) => {
    const answer = await openShop({ orders }, scopes).data(`{ orders(first: 5) { nodes { name } } }`);
    return answer.orders.nodes.map((entry: { name: string }) => entry.name);
  };
  expect(await names(["read_orders"])).toEqual(["#1002"]);
  expect(await names(["read_orders", "read_all_orders"])).toEqual(["#1001", "#1002"]);
});

test("protected data an app is not approved for comes back as null, with the reason", async () => {
  const bloom = openShop();
  const installation = bloom.shop.installations.all()[0];
  if (installation) installation.protectedData = ["customer", "name"];
  const answer = await bloom.ask(
    `{ orders(first: 1) { nodes { name email customer { firstName defaultEmailAddress { emailAddress } } } } }`,
  );
  expect(answer.data.orders.nodes[0]).toEqual({
    name: "#1001",
    email: null,
    customer: { firstName: "Ada", defaultEmailAddress: null },
  });
  expect(answer.errors.map((error: { path: unknown[] }) => error.path.at(-1))).toEqual([
    "email",
    "defaultEmailAddress",
  ]);
});
