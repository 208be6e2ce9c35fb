import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

async function set(bloom: TestShop, input: object, identifier?: object) {
  const answer = await bloom.data(
    `mutation($input: CustomerSetInput!, $identifier: CustomerSetIdentifiers) { customerSet(input: $input, identifier: $identifier) {
      customer { id email firstName tags addressesV2(first: 3) { nodes { city } } } userErrors { field message code } } }`,
    { input, identifier },
  );
  return answer.customerSet;
}

test("whoever has the address is changed, and made where nobody has it", async () => {
  const bloom = openShop();
  const email = "grace@example.com";
  const made = await set(bloom, { email, firstName: "Grace", tags: ["b", "a"] }, { email });
  expect(made.customer).toMatchObject({ firstName: "Grace", tags: ["a", "b"] });
  const changed = await set(
    bloom,
    { email, firstName: "Hopper", addresses: [{ city: "Ottawa", countryCode: "CA" }] },
    { email },
  );
  expect(changed.customer).toMatchObject({
    id: made.customer.id,
    firstName: "Hopper",
    tags: ["a", "b"],
    addressesV2: { nodes: [{ city: "Ottawa" }] },
  });
  const emptied = await set(bloom, { email, addresses: [] }, { id: made.customer.id });
  expect(emptied.customer.addressesV2.nodes).toEqual([]);
  const blank = await set(bloom, { email, addresses: [{}] }, { id: made.customer.id });
  expect(blank.customer.addressesV2.nodes).toEqual([{ city: null }]);
});

test("the identifier must fit the input, name somebody, and be the only one", async () => {
  const bloom = openShop();
  const error = async (input: object, identifier?: object) =>
    (await set(bloom, input, identifier)).userErrors[0];
  const id = "gid://shopify/Customer/999";
  expect(await error({ firstName: "Ghost" }, { id })).toEqual({
    field: ["input"],
    message: "Resource matching the identifier was not found.",
    code: "NOT_FOUND",
  });
  expect((await error({ id, firstName: "Ghost" }, { id })).code).toBe("ID_NOT_ALLOWED");
  expect((await error({ firstName: "Ada" }, { email: "ada@example.com" })).message).toBe(
    "The input field corresponding to the identifier is required.",
  );
  expect((await error({ email: "other@example.com" }, { email: "ada@example.com" })).message).toBe(
    "The identifier value does not match the value of the corresponding field in the input.",
  );
  expect(await error({ email: "ADA@example.com" })).toMatchObject({
    field: ["input", "email"],
    message: "Email has already been taken",
  });
  expect((await error({ email: "" })).field).toEqual(["input"]);
  expect(
    await error({ email: "ada@example.com", taxExempt: null }, { email: "ada@example.com" }),
  ).toMatchObject({
    field: ["input", "taxExempt"],
    message: "Tax exempt is of unexpected type NilClass",
  });
});

test("an invitation is kept, unless its letter could not be sent", async () => {
  const bloom = openShop();
  const customerId = `gid://shopify/Customer/${bloom.shop.customers.all()[0]?.id}`;
  const invite = async (email?: object) =>
    (
      await bloom.data(
        `mutation($customerId: ID!, $email: EmailInput) { customerSendAccountInviteEmail(customerId: $customerId, email: $email) { customer { state } userErrors { field message code } } }`,
        { customerId, email },
      )
    ).customerSendAccountInviteEmail;
  expect((await invite({ subject: "" })).userErrors).toEqual([
    { field: ["email", "subject"], message: "Subject can't be blank", code: "INVALID" },
  ]);
  expect((await invite({ subject: "Hello", bcc: ["bad", "ok@example.com"] })).userErrors[0].message).toBe(
    "Bcc bad is not a valid bcc address and ok@example.com is not a valid bcc address",
  );
  expect((await invite({ subject: "Hello", customMessage: "<script>" })).userErrors[0].field).toEqual([
    "customerId",
  ]);
  expect((await invite()).customer).toEqual({ state: "INVITED" });
});
