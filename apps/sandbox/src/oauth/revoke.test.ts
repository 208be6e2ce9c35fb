import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const revoke = `mutation($scopes: [String!]!) { appRevokeAccessScopes(scopes: $scopes) { revoked { handle } userErrors { field message code } } }`;

function appWith(scopes: string[], optionalScopes: string[]) {
  const bloom = openShop({}, scopes, optionalScopes);
  const ask = async (given: string[]) => (await bloom.data(revoke, { scopes: given })).appRevokeAccessScopes;
  return { bloom, ask };
}

test("an app gives back what it said it can do without, and is told what it may not", async () => {
  const { bloom, ask } = appWith(["read_orders", "write_returns"], ["write_returns"]);
  const codes = async (scopes: string[]) => (await ask(scopes)).userErrors[0]?.code;
  expect(await ask(["fake_scope", "read_orders"])).toEqual({
    revoked: null,
    userErrors: [
      {
        field: ["scopes"],
        message: "The requested list of scopes to revoke includes invalid handles.",
        code: "UNKNOWN_SCOPES",
      },
    ],
  });
  expect(await codes(["read_products"])).toBe("CANNOT_REVOKE_UNDECLARED_SCOPES");
  expect((await ask(["read_orders"])).userErrors[0]).toMatchObject({
    message: "Scopes that are declared as required cannot be revoked.",
    code: "CANNOT_REVOKE_REQUIRED_SCOPES",
  });
  expect(await codes(["read_returns"])).toBe("CANNOT_REVOKE_IMPLIED_SCOPES");
  expect(await ask(["write_returns", "read_returns"])).toMatchObject({
    revoked: [{ handle: "write_returns" }, { handle: "read_returns" }],
    userErrors: [],
  });
  expect(bloom.shop.installations.all()[0]?.scopes).toEqual(["read_orders"]);
});

test("permissions are listed as declared, by name, and what they imply comes after", async () => {
  const bloom = openShop({}, ["write_returns", "read_customers", "write_orders"]);
  const { currentAppInstallation } = await bloom.data(
    `{ currentAppInstallation { accessScopes { handle description } } }`,
  );
  expect(currentAppInstallation.accessScopes).toEqual([
    { handle: "read_customers", description: "Read customer details and customer groups" },
    { handle: "write_orders", description: "Modify orders, transactions, and fulfillments" },
    { handle: "write_returns", description: "Write access for returns" },
    { handle: "read_orders", description: "Read orders, transactions, and fulfillments" },
    { handle: "read_returns", description: "Read access for returns" },
  ]);
});
