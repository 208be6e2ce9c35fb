import { expect, test } from "vitest";
import { openShop } from "../../testing/stand-in.ts";

const bloom = openShop();
const errorsOf = async (query: string, variables = {}) => (await bloom.ask(query, variables)).errors;

test("a field that does not exist is named with its type and the way to it", async () => {
  expect(await errorsOf("query Q { shop { nope } }")).toEqual([
    {
      message: "Field 'nope' doesn't exist on type 'Shop'",
      locations: [{ line: 1, column: 18 }],
      path: ["query Q", "shop", "nope"],
      extensions: { code: "undefinedField", typeName: "Shop", fieldName: "nope" },
    },
  ]);
});

test("arguments a field does not take, or misses, are named", async () => {
  expect((await errorsOf(`{ shop(id: "x") { name } }`))[0]).toMatchObject({
    message: "Field 'shop' doesn't accept argument 'id'",
    extensions: { code: "argumentNotAccepted", name: "shop", typeName: "Field", argumentName: "id" },
  });
  expect((await errorsOf("{ order { id } }"))[0]).toMatchObject({
    message: "Field 'order' is missing required arguments: id",
    extensions: { code: "missingRequiredArguments", className: "Field", name: "order", arguments: "id" },
  });
});

test("objects need selections and leaves must not have any, but a bare union passes", async () => {
  expect((await errorsOf("{ shop }"))[0].extensions.code).toBe("selectionMismatch");
  expect((await errorsOf("{ shop { name { x } } }"))[0].extensions).toMatchObject({
    code: "selectionMismatch",
    nodeName: "field 'name'",
  });
  const bare = `query($id: ID!) { storeCreditAccount(id: $id) { transactions(first: 1) { nodes { origin } } } }`;
  expect(await errorsOf(bare, { id: "gid://shopify/StoreCreditAccount/1" })).toBeUndefined();
});

test("a value of the wrong kind is told where its field stands, an id by itself", async () => {
  const topic = "{ webhookSubscriptions(first: 1, topics: [NOPE]) { nodes { id } } }";
  expect((await errorsOf(topic))[0]).toMatchObject({
    message:
      "Argument 'topics' on Field 'webhookSubscriptions' has an invalid value (NOPE). Expected type '[WebhookSubscriptionTopic!]'.",
    locations: [{ line: 1, column: 3 }],
  });
  expect((await errorsOf(`query Q { node(id: "gid://shopify/Product") { id } }`))[0]).toEqual({
    message: "Invalid global id 'gid://shopify/Product'",
    locations: [{ line: 1, column: 11 }],
    path: ["query Q", "node", "id"],
    extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
  });
});

test("an unfinished document is refused where its last token stands", async () => {
  expect(await errorsOf("{\n  shop {\n    id\n")).toEqual([
    {
      message: "syntax error, unexpected end of file at [3, 5]",
      locations: [{ line: 3, column: 5 }],
      extensions: { code: "PARSE_ERROR" },
    },
  ]);
});

test("a note on store credit is refused in 2026-10 and taken in 2027-01", async () => {
  const query = `mutation($id: ID!, $c: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $c) { storeCreditAccountTransaction { amount { amount } } userErrors { code } } }`;
  const variables = {
    id: `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}`,
    c: { creditAmount: { amount: "1.00", currencyCode: "USD" }, note: "kept:1" },
  };
  const refused = await bloom.ask(query, variables, "2026-10");
  expect(refused.errors[0].extensions.problems).toEqual([
    { path: ["note"], explanation: "Field is not defined on StoreCreditAccountCreditInput" },
  ]);
  expect(bloom.shop.creditMovements.size).toBe(0);
  const taken = await bloom.ask(query, variables, "2027-01");
  expect(taken.errors).toBeUndefined();
  expect(bloom.shop.creditMovements.all()[0]?.note).toBe("kept:1");
});

test("variables are refused with every problem they have, in one error each", async () => {
  const query = `mutation M($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "k") { refund { id } } }`;
  expect(await errorsOf(query, { input: { note: "x", currency: "NOPE" } })).toMatchObject([
    {
      message: expect.stringMatching(
        /^Variable \$input of type RefundInput! was provided invalid value for currency \(Expected "NOPE" to be one of: .*\), orderId \(Expected value to not be null\)$/,
      ),
      extensions: {
        code: "INVALID_VARIABLE",
        problems: [
          { path: ["currency"] },
          { path: ["orderId"], explanation: "Expected value to not be null" },
        ],
      },
    },
  ]);
  expect(
    (await errorsOf("query($id: ID!) { order(id: $id) { id } }", { id: "12" }))[0].extensions.problems[0]
      .explanation,
  ).toBe("Invalid global id '12'");
});

test("variables must be declared, and used", async () => {
  expect((await errorsOf("query Q($a: Int) { shop { name } }"))[0]).toMatchObject({
    message: "Variable $a is declared by Q but not used",
    extensions: { code: "variableNotUsed" },
  });
  expect((await errorsOf("query Q { order(id: $id) { id } }"))[0].extensions).toMatchObject({
    code: "variableNotDefined",
    variableName: "id",
  });
});
