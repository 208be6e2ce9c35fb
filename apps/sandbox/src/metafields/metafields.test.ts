import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const field = 'metafield(namespace: "custom", key: "tier") { id type value }';

test("what an app hangs on a customer, an order or a place is read back by its name, and changed by it", async () => {
  const bloom = openShop();
  const metafields = [{ namespace: "custom", key: "tier", type: "single_line_text_field", value: "gold" }];
  const made = await bloom.data(
    `mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id ${field} metafields(first: 5) { nodes { namespace key } } } } }`,
    {
      input: {
        firstName: "Grace",
        metafields: [...metafields, { ...metafields[0], key: "empty", value: "" }],
      },
    },
  );
  const { id, metafield } = made.customerCreate.customer;
  expect(made.customerCreate.customer).toMatchObject({
    metafield: { type: "single_line_text_field", value: "gold" },
    metafields: { nodes: [{ namespace: "custom", key: "tier" }] },
  });
  const changed = await bloom.data(
    `mutation($input: CustomerInput!) { customerUpdate(input: $input) { customer { ${field} } } }`,
    { input: { id, metafields: [{ ...metafields[0], value: "silver" }] } },
  );
  expect(changed.customerUpdate.customer.metafield).toEqual({ ...metafield, value: "silver" });
  const order = await bloom.data(
    `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { ${field} } } }`,
    { order: { lineItems: [{ title: "Shirt", quantity: 1 }], metafields } },
  );
  expect(order.orderCreate.order.metafield.value).toBe("gold");
  const place = await bloom.data(
    `mutation($input: LocationAddInput!) { locationAdd(input: $input) { location { ${field} } } }`,
    { input: { name: "Shop floor", address: { countryCode: "CA" }, metafields } },
  );
  expect(place.locationAdd.location.metafield.value).toBe("gold");
});

test("a metafield of no known type is refused, and a new customer's has no number yet", async () => {
  const bloom = openShop();
  const errors = async (metafield: object) =>
    (
      await bloom.data(
        `mutation($input: CustomerInput!) { customerCreate(input: $input) { userErrors { field message } } }`,
        {
          input: {
            firstName: "Grace",
            metafields: [{ namespace: "custom", key: "tier", value: "x", ...metafield }],
          },
        },
      )
    ).customerCreate.userErrors;
  expect(await errors({ id: "gid://shopify/Metafield/9" })).toEqual([
    { field: ["metafields", "0", "id"], message: "Cannot specify metafield ID on creation" },
  ]);
  const [wrong] = await errors({ type: "nonsense" });
  expect(wrong.field).toEqual(["metafields", "0", "type"]);
  expect(wrong.message).toMatch(
    /^Type must be one of the following: antenna_gain, area, .*list\.order_reference\.$/,
  );
});
