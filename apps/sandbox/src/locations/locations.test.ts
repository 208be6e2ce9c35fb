import { expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const deactivate = (directive: string) =>
  `mutation($id: ID!) { locationDeactivate(locationId: $id) ${directive} { location { isActive deletable } locationDeactivateUserErrors { code } } }`;

test("the idempotency directive is demanded from 2026-04 on, and not before", async () => {
  const bloom = openShop({ products: [], orders: [], locations: [{ name: "Shop" }, { name: "Annex" }] });
  const id = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
  expect(
    (await bloom.data(deactivate(`@idempotent(key: "k")`), { id }, "2026-04")).locationDeactivate.location,
  ).toEqual({ isActive: false, deletable: true });
  const missing = await bloom.ask(deactivate(""), { id }, "2026-04");
  expect(missing).toMatchObject({
    data: { locationDeactivate: null },
    errors: [
      {
        message: "The @idempotent directive is required for this mutation but was not provided.",
        extensions: { code: "BAD_REQUEST" },
        path: ["locationDeactivate"],
      },
    ],
  });
  expect((await bloom.data(deactivate(""), { id }, "2026-01")).locationDeactivate.location.isActive).toBe(
    false,
  );
});

const places = { products: [], orders: [], locations: [{ name: "Shop" }, { name: "Annex" }] };

test("a place is refused for its name, its address, or there being one like it", async () => {
  const bloom = openShop(places);
  const add = async (input: object) =>
    (
      await bloom.data(
        `mutation($input: LocationAddInput!) { locationAdd(input: $input) { location { address { province } } userErrors { field message code } } }`,
        { input: { address: { countryCode: "US", provinceCode: "MA" }, ...input } },
      )
    ).locationAdd;
  expect((await add({ name: "" })).userErrors).toEqual([
    { field: ["input", "name"], message: "Add a location name", code: "BLANK" },
  ]);
  expect((await add({ name: "Annex" })).userErrors).toEqual([
    { field: ["input", "name"], message: "You already have a location with this name", code: "TAKEN" },
  ]);
  const zip = "9".repeat(256);
  expect((await add({ name: "Far", address: { countryCode: "US", zip } })).userErrors).toEqual([
    {
      field: ["input", "address", "zip"],
      message: "Use a shorter postal / ZIP code (up to 255 characters)",
      code: "TOO_LONG",
    },
  ]);
  expect((await add({ name: "Boston" })).location.address.province).toBe("Massachusetts");
});

test("the last place that sends online orders stays open, and a key is good for one set of parameters", async () => {
  const bloom = openShop(places);
  const [shop, annex] = bloom.shop.locations.all().map(({ id }) => `gid://shopify/Location/${id}`);
  const close = async (id: string | undefined, key: string) =>
    (await bloom.data(deactivate(`@idempotent(key: "${key}")`), { id })).locationDeactivate
      .locationDeactivateUserErrors[0]?.code;
  expect(await close(annex, "a")).toBeUndefined();
  expect(await close(shop, "b")).toBe("CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT");
  expect(await close(shop, "a")).toBe("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
});

test("what holds stock is not closed before it is said where the stock goes", async () => {
  const bloom = openShop({ locations: places.locations });
  const [shop, annex] = bloom.shop.locations.all().map(({ id }) => `gid://shopify/Location/${id}`);
  const close = async (to: string | undefined) =>
    (
      await bloom.data(
        `mutation($id: ID!, $to: ID) { locationDeactivate(locationId: $id, destinationLocationId: $to) @idempotent(key: "${to}") { locationDeactivateUserErrors { code } } }`,
        { id: shop, to },
      )
    ).locationDeactivate.locationDeactivateUserErrors[0]?.code;
  expect(await close(undefined)).toBe("HAS_ACTIVE_INVENTORY_ERROR");
  expect(await close(shop)).toBe("DESTINATION_LOCATION_IS_THE_SAME_LOCATION");
  expect(await close("gid://shopify/Location/1")).toBe("DESTINATION_LOCATION_NOT_SHOPIFY_MANAGED");
  expect(await close(annex)).toBeUndefined();
});

test("a closed place's name is free again, and then it cannot be opened beside its namesake", async () => {
  const bloom = openShop(places);
  const annex = `gid://shopify/Location/${bloom.shop.locations.all()[1]?.id}`;
  await bloom.data(deactivate(`@idempotent(key: "close")`), { id: annex });
  const { locationAdd } = await bloom.data(
    `mutation { locationAdd(input: { name: "Annex", address: { countryCode: US } }) { userErrors { code } } }`,
  );
  expect(locationAdd.userErrors).toEqual([]);
  const { locationActivate } = await bloom.data(
    `mutation($id: ID!) { locationActivate(locationId: $id) @idempotent(key: "open") { locationActivateUserErrors { code } } }`,
    { id: annex },
  );
  expect(locationActivate.locationActivateUserErrors).toEqual([{ code: "HAS_NON_UNIQUE_NAME" }]);
});

test("a fulfillment service's warehouse is not the merchant's to close", async () => {
  const fulfillmentService = { id: 7, handle: "snow-city", serviceName: "Snow City" };
  const bloom = openShop({
    ...places,
    locations: [{ name: "Shop" }, { name: "Snow City", fulfillmentService }],
  });
  const id = `gid://shopify/Location/${bloom.shop.locations.all()[1]?.id}`;
  const { location } = await bloom.data(
    `query($id: ID!) { location(id: $id) { isFulfillmentService deactivatable fulfillmentService { id handle } } }`,
    { id },
  );
  expect(location).toEqual({
    isFulfillmentService: true,
    deactivatable: false,
    fulfillmentService: { id: "gid://shopify/FulfillmentService/7?id=true", handle: "snow-city" },
  });
  const { locationDeactivate } = await bloom.data(deactivate(`@idempotent(key: "a")`), { id });
  expect(locationDeactivate.locationDeactivateUserErrors).toEqual([
    { code: "PERMANENTLY_BLOCKED_FROM_DEACTIVATION_ERROR" },
  ]);
});

test("an address that the map knows is found on it, with what the address book would have it be; no other is", async () => {
  const street = { address1: "1 Jess St", city: "Boston", zip: "02130" };
  const suggestedAddresses = [
    { address1: "1 Jess St", countryCode: "US", formatted: ["1 Jess St", "Boston MA 02130"] },
  ];
  const map = [{ ...street, latitude: 42.339, longitude: -71.091, suggestedAddresses }];
  const bloom = openShop({ ...places, map });
  const add = async (name: string, address: object) =>
    (
      await bloom.data(
        `mutation($input: LocationAddInput!) { locationAdd(input: $input) { location {
          address { latitude longitude } suggestedAddresses { address1 } } userErrors { code } } }`,
        { input: { name, address: { countryCode: "US", provinceCode: "MA", ...address } } },
      )
    ).locationAdd.location;
  expect(await add("Found", street)).toEqual({
    address: { latitude: 42.339, longitude: -71.091 },
    suggestedAddresses: [{ address1: "1 Jess St" }],
  });
  expect((await add("Elsewhere", { ...street, zip: "02131" })).address).toEqual({
    latitude: null,
    longitude: null,
  });
});
