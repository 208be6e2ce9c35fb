import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerGraphql } from "../server/graphql-endpoint.ts";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const create = `mutation($input: DelegateAccessTokenInput!) { delegateAccessTokenCreate(input: $input) { delegateAccessToken { accessToken accessScopes expiresIn } shop { myshopifyDomain } userErrors { field message code } } }`;
const destroy = `mutation($token: String!) { delegateAccessTokenDestroy(accessToken: $token) { status userErrors { field message code } } }`;

/** What somebody who holds a token of their own is answered. */
async function askWith({ world, domain }: TestShop, token: string, query: string, variables = {}) {
  const reply = await answerGraphql(
    world,
    {
      method: "POST",
      url: new URL("http://sandbox.test/"),
      headers: { "x-shopify-access-token": token },
      body: Buffer.from(JSON.stringify({ query, variables })),
      requestId: randomUUID(),
    },
    domain,
    "2026-10",
  );
  return { status: reply.status, body: JSON.parse(String(reply.body)) };
}

test("a delegate token may do what was lent to it and no more, until it runs out or is destroyed", async () => {
  const bloom = openShop();
  const lend = async (input: object) => (await bloom.data(create, { input })).delegateAccessTokenCreate;
  const lent = await lend({ delegateAccessScope: ["read_products"], expiresIn: 300 });
  expect(lent).toMatchObject({
    delegateAccessToken: { accessScopes: ["read_products"], expiresIn: 299 },
    shop: { myshopifyDomain: bloom.domain },
    userErrors: [],
  });
  const token = lent.delegateAccessToken.accessToken as string;
  const products = await askWith(bloom, token, "{ products(first: 1) { nodes { title } } }");
  expect(products.body.data.products.nodes).toEqual([{ title: "Shirt" }]);
  const orders = await askWith(bloom, token, "{ orders(first: 1) { nodes { name } } }");
  expect(orders.body.errors[0].extensions.code).toBe("ACCESS_DENIED");
  const now = Date.parse(bloom.world.nowText());
  bloom.world.setClock({ offsetMs: 0, stoppedAt: new Date(now + 301_000).toISOString() });
  expect((await askWith(bloom, token, "{ shop { name } }")).status).toBe(401);
});

test("what is wrong with a delegate token is told without a field", async () => {
  const bloom = openShop();
  const code = async (input: object) =>
    (await bloom.data(create, { input })).delegateAccessTokenCreate.userErrors[0];
  expect(await code({ delegateAccessScope: [] })).toEqual({
    field: null,
    message: "The access scope can't be empty.",
    code: "EMPTY_ACCESS_SCOPE",
  });
  expect((await code({ delegateAccessScope: ["read_orders"], expiresIn: -1 })).code).toBe(
    "NEGATIVE_EXPIRES_IN",
  );
  expect((await code({ delegateAccessScope: ["fake_scope"] })).message).toBe(
    "The access scope is invalid: fake_scope",
  );
});

test("only who lent a token takes it back, and only once", async () => {
  const bloom = openShop();
  const lend = async () => {
    const input = { delegateAccessScope: ["read_products"] };
    return (await bloom.data(create, { input })).delegateAccessTokenCreate.delegateAccessToken
      .accessToken as string;
  };
  const [one, other] = [await lend(), await lend()];
  const take = async (token: string) =>
    (await bloom.data(destroy, { token })).delegateAccessTokenDestroy.userErrors[0]?.code;
  const sibling = await askWith(bloom, one, destroy, { token: other });
  expect(sibling.body.data.delegateAccessTokenDestroy).toEqual({
    status: false,
    userErrors: [{ field: null, message: "Access denied.", code: "ACCESS_DENIED" }],
  });
  expect(await take(bloom.shop.installations.all()[0]?.accessToken ?? "")).toBe(
    "CAN_ONLY_DELETE_DELEGATE_TOKENS",
  );
  expect(await take(one)).toBeUndefined();
  expect(await take(one)).toBe("ACCESS_TOKEN_NOT_FOUND");
});
