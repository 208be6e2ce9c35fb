import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const create = `mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { field message } } }`;
const update = `mutation($input: CustomerInput!) { customerUpdate(input: $input) { customer { id } userErrors { field message } } }`;

const make = async (bloom: TestShop, input: unknown) => (await bloom.data(create, { input })).customerCreate;
const nobody = { field: null, message: "A name, phone number, or email address must be present" };

test("nobody is known by nothing, neither at first nor later", async () => {
  const bloom = openShop();
  expect((await make(bloom, { note: "?" })).userErrors).toEqual([nobody]);
  const { id } = (await make(bloom, { email: "grace@example.com" })).customer;
  const cleared = await bloom.data(update, { input: { id, email: null } });
  expect(cleared.customerUpdate).toEqual({ customer: null, userErrors: [nobody] });
  const { customer } = await bloom.data("query($id: ID!) { customer(id: $id) { email } }", { id });
  expect(customer.email).toBe("grace@example.com");
});

test("a new customer does not bring an id along", async () => {
  const made = await make(openShop(), { id: "gid://shopify/Customer/1", email: "grace@example.com" });
  expect(made.userErrors).toEqual([{ field: ["id"], message: "Cannot specify ID on creation" }]);
  const addresses = [{ id: "gid://shopify/MailingAddress/1", city: "Ottawa" }];
  expect((await make(openShop(), { email: "grace@example.com", addresses })).userErrors).toEqual([
    { field: ["addresses", "0", "id"], message: "Cannot specify address ID on creation" },
  ]);
});

test("what a customer is known by is cleaned, judged, and nobody else's", async () => {
  const bloom = openShop();
  const create = async (input: object) =>
    (
      await bloom.data(
        `mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { email phone tags } userErrors { field message } } }`,
        { input },
      )
    ).customerCreate;
  expect(
    await create({
      email: "gr ace@example.com ",
      phone: "+1 (613) 450-5293",
      tags: ["Zulu", " alpha ,zulu"],
    }),
  ).toEqual({
    customer: { email: "grace@example.com", phone: "+16134505293", tags: ["alpha", "Zulu"] },
    userErrors: [],
  });
  const messages = async (input: object) =>
    (await create(input)).userErrors.map((error: { message: string }) => error.message);
  expect(await messages({ email: "foo@bar" })).toEqual(["Email is invalid"]);
  expect(await messages({ email: `${"a".repeat(250)}@b.example` })).toEqual([
    "Email is too long (maximum is 255 characters)",
    "Email is invalid",
  ]);
  const many = Array.from({ length: 251 }, (_, index) => `tag-${index}`);
  expect(await messages({ email: "a@b.example", tags: [many.join(",")] })).toEqual([
    "Tags cannot be more than 250",
  ]);
  expect(await messages({ phone: "+1234abcd" })).toEqual(["Phone is invalid"]);
  expect(await messages({ phone: "+16134505293" })).toEqual(["Phone has already been taken"]);
  expect(await messages({ email: "ADA@example.com" })).toEqual(["Email has already been taken"]);
  expect(await messages({ email: "a@b.example", locale: "not-a-locale" })).toEqual(["Locale is invalid"]);
});

test("customers are listed by what was asked for, and counted as they are searched", async () => {
  const { customers, customersCount } = await openShop({
    orders: [],
    customers: [
      { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace", createdAt: "-1d" },
      { email: "grace@example.com", firstName: "Grace", lastName: "Hopper", createdAt: "-2d", tags: ["vip"] },
    ],
  }).data(
    `{ customers(first: 2, sortKey: CREATED_AT) { nodes { firstName } } customersCount(query: "tag:vip") { count } }`,
  );
  expect(customers.nodes).toEqual([{ firstName: "Grace" }, { firstName: "Ada" }]);
  expect(customersCount).toEqual({ count: 1 });
});
