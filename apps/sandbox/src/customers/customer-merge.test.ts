import { expect, test } from "vitest";
import { everything, openShop } from "../testing/stand-in.ts";

const merge = `mutation($one: ID!, $two: ID!, $keep: CustomerMergeOverrideFields) {
  customerMerge(customerOneId: $one, customerTwoId: $two, overrideFields: $keep) { resultingCustomerId job { done } userErrors { field message code } } }`;

function couple(change: object = {}) {
  const bloom = openShop(
    {
      orders: [],
      customers: [
        { ref: "ada", email: "ada@example.com", firstName: "Ada", tags: ["vip"] },
        { ref: "grace", email: "grace@example.com", firstName: "Grace", tags: ["new"], note: "Call first" },
      ],
      ...change,
    },
    [...everything, "write_customer_merge"],
  );
  const [one, two] = bloom.shop.customers.all().map(({ id }) => `gid://shopify/Customer/${id}`);
  return { bloom, one, two };
}

test("of two customers the second stays, with the tags of both, unless the other's address is to be kept", async () => {
  const { bloom, one, two } = couple();
  const { customerMerge } = await bloom.data(merge, { one, two });
  expect(customerMerge).toEqual({ resultingCustomerId: two, job: { done: false }, userErrors: [] });
  expect(bloom.shop.customers.all()).toMatchObject([{ firstName: "Grace", tags: ["new", "vip"] }]);
  const preview = `query($one: ID!, $two: ID!) { customerMergePreview(customerOneId: $one, customerTwoId: $two, overrideFields: { tags: [] }) { defaultFields { note tags } alternateFields { firstName } } }`;
  const before = couple();
  expect(
    (await before.bloom.data(preview, { one: before.one, two: before.two })).customerMergePreview,
  ).toEqual({
    defaultFields: { note: "Call first", tags: ["new", "vip"] },
    alternateFields: { firstName: "Ada" },
  });
  const other = couple();
  const keep = { customerIdOfEmailToKeep: other.one };
  const kept = await other.bloom.data(merge, { one: other.one, two: other.two, keep });
  expect(kept.customerMerge.resultingCustomerId).toBe(other.one);
});

test("nobody is merged with themselves, with nobody, or out of their store credit", async () => {
  const { bloom, one, two } = couple({
    storeCreditAccounts: [{ customer: "ada", currency: "USD", credits: [{ amount: "5.00" }] }],
  });
  const errors = async (a: unknown, b: unknown) =>
    (await bloom.data(merge, { one: a, two: b })).customerMerge.userErrors;
  expect(await errors(one, one)).toEqual([
    { field: null, message: "Customers IDs should not match", code: "INVALID_CUSTOMER_ID" },
  ]);
  expect(await errors(one, "gid://shopify/Customer/999")).toEqual([
    { field: ["customerTwoId"], message: "Customer does not exist with ID 999", code: "INVALID_CUSTOMER_ID" },
  ]);
  expect(await errors(one, two)).toMatchObject([{ field: ["customerOneId"], code: "INVALID_CUSTOMER" }]);
});

test("who went into another is still somebody, and what was not chosen stays the alternative", async () => {
  const { bloom, one, two } = couple({
    customers: [
      { ref: "ada", email: "ada@example.com", firstName: "Ada", phone: "+14155550001" },
      { ref: "grace", email: "grace@example.com", firstName: "Grace", phone: "+14155550002" },
    ],
  });
  const preview = `query($one: ID!, $two: ID!, $keep: CustomerMergeOverrideFields) { customerMergePreview(customerOneId: $one, customerTwoId: $two, overrideFields: $keep) { defaultFields { phoneNumber { phoneNumber } } alternateFields { phoneNumber { phoneNumber } } } }`;
  const keep = { customerIdOfPhoneNumberToKeep: one };
  expect((await bloom.data(preview, { one, two, keep })).customerMergePreview).toEqual({
    defaultFields: { phoneNumber: { phoneNumber: "+14155550001" } },
    alternateFields: { phoneNumber: { phoneNumber: "+14155550002" } },
  });
  await bloom.data(merge, { one, two });
  const unknown = await bloom.data(merge, { one, two: "gid://shopify/Customer/999" });
  expect(unknown.customerMerge.userErrors[0].field).toEqual(["customerTwoId"]);
});
