import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const fields = "id name address1 city provinceCode province countryCodeV2 phone formattedArea";

function ada() {
  const bloom = openShop({
    orders: [],
    customers: [
      { ref: "ada", email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" },
      { ref: "grace", email: "grace@example.com", firstName: "Grace" },
    ],
  });
  const [customerId, other] = bloom.shop.customers.all().map(({ id }) => `gid://shopify/Customer/${id}`);
  const add = async (address: object, setAsDefault?: boolean) =>
    (
      await bloom.data(
        `mutation($customerId: ID!, $address: MailingAddressInput!, $setAsDefault: Boolean) {
          customerAddressCreate(customerId: $customerId, address: $address, setAsDefault: $setAsDefault) { address { ${fields} } userErrors { field message } } }`,
        { customerId, address, setAsDefault },
      )
    ).customerAddressCreate;
  const kept = async () =>
    (
      await bloom.data(
        `query($id: ID!) { customer(id: $id) { defaultAddress { id city } addressesV2(first: 9) { nodes { id city } } } }`,
        { id: customerId },
      )
    ).customer;
  return { bloom, customerId, other, add, kept };
}

const ottawa = { address1: " 1 Main St ", city: "Ottawa", countryCode: "CA", provinceCode: "ON" };

test("an address is kept trimmed, in its customer's name, with a plain number, and only once", async () => {
  const { add, kept } = ada();
  const first = await add({ ...ottawa, phone: "+1 (613) 450-4538", zip: " " });
  expect(first).toMatchObject({
    address: {
      name: "Ada Lovelace",
      address1: "1 Main St",
      province: "Ontario",
      phone: "+16134504538",
      formattedArea: "Ottawa ON, Canada",
    },
    userErrors: [],
  });
  expect(first.address.id).toMatch(/MailingAddress\/\d+\?model_name=CustomerAddress$/);
  expect((await add({ ...ottawa, phone: "613-450-4538" })).userErrors).toEqual([
    { field: ["address"], message: "Address already exists" },
  ]);
  expect((await kept()).addressesV2.nodes).toHaveLength(1);
});

test("what does not belong into an address is refused beside its field", async () => {
  const { add } = ada();
  const said = async (address: object) => (await add({ ...ottawa, ...address })).userErrors[0];
  const at = (field: string, message: string) => ({ field: ["address", field], message });
  expect(await said({ countryCode: "ZZ" })).toEqual(at("country", "Country is invalid"));
  expect(await said({ provinceCode: "ZZ" })).toEqual(at("province", "Province is invalid"));
  expect(await said({ city: "https://evil.example" })).toEqual(at("city", "City cannot contain URL"));
  expect(await said({ city: "<script>" })).toEqual(at("city", "City cannot contain HTML tags"));
  expect(await said({ address1: "100 Main 😀" })).toEqual(at("address1", "Address1 cannot contain emojis"));
  expect(await said({ address1: "x".repeat(256) })).toEqual(
    at("address1", "Address1 is too long (maximum is 255 characters)"),
  );
});

test("the default is the chosen one, and the next when that is gone; only its own customer's can be changed", async () => {
  const { bloom, customerId, other, add, kept } = ada();
  const { address: first } = await add(ottawa);
  const { address: second } = await add({ ...ottawa, city: "Toronto" }, true);
  expect((await kept()).defaultAddress).toEqual({ id: second.id, city: "Toronto" });
  const remove = (customer: unknown, addressId: string) =>
    bloom.ask(
      `mutation($customerId: ID!, $addressId: ID!) { customerAddressDelete(customerId: $customerId, addressId: $addressId) { deletedAddressId userErrors { field message } } }`,
      { customerId: customer, addressId },
    );
  expect(await remove(other, second.id)).toMatchObject({
    data: {
      customerAddressDelete: { userErrors: [{ field: ["addressId"], message: "Address does not exist" }] },
    },
  });
  expect(await remove(customerId, second.id)).toMatchObject({
    data: { customerAddressDelete: { deletedAddressId: second.id, userErrors: [] } },
  });
  expect((await kept()).defaultAddress).toEqual({ id: first.id, city: "Ottawa" });
  expect(await remove(customerId, second.id)).toMatchObject({
    errors: [{ message: `Invalid id: ${second.id}`, extensions: { code: "RESOURCE_NOT_FOUND" } }],
  });
});

test("a customer's whole list is replaced: those with an id are changed, unknown ids refused", async () => {
  const { bloom, customerId, add, kept } = ada();
  await add(ottawa);
  const { address: second } = await add({ ...ottawa, city: "Toronto" });
  const replace = async (...addresses: object[]) =>
    (
      await bloom.data(
        `mutation($input: CustomerInput!) { customerUpdate(input: $input) { userErrors { field message } } }`,
        { input: { id: customerId, addresses } },
      )
    ).customerUpdate.userErrors;
  expect(await replace({ id: second.id, city: "Montreal", provinceCode: "QC" })).toEqual([]);
  expect(await kept()).toEqual({
    defaultAddress: { id: second.id, city: "Montreal" },
    addressesV2: { nodes: [{ id: second.id, city: "Montreal" }] },
  });
  expect(await replace({ id: "gid://shopify/MailingAddress/1" })).toEqual([
    { field: ["addresses", "0", "id"], message: "Customer address does not exist" },
  ]);
  expect(await replace({ city: " " })).toEqual([
    { field: ["addresses", "0"], message: "Customer address cannot be blank." },
  ]);
});
