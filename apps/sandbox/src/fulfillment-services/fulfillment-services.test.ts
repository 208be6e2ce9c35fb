import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

async function create(bloom: TestShop, args: object) {
  const answer = await bloom.data(
    `mutation($name: String!, $callbackUrl: URL) { fulfillmentServiceCreate(name: $name, callbackUrl: $callbackUrl) {
      fulfillmentService { id handle serviceName type requiresShippingMethod trackingSupport location { id name isFulfillmentService } } userErrors { field message } } }`,
    { name: "Acme", ...args },
  );
  return answer.fulfillmentServiceCreate;
}

test("a service comes with a place of its name, which lists of places leave out unless asked for", async () => {
  const bloom = openShop();
  const { fulfillmentService: made } = await create(bloom, { name: "Café__3PL Nord!!!" });
  expect(made).toMatchObject({
    handle: "cafe__3pl-nord",
    type: "THIRD_PARTY",
    requiresShippingMethod: true,
    trackingSupport: false,
    location: { name: "Café__3PL Nord!!!", isFulfillmentService: true },
  });
  expect(made.id).toMatch(/\?id=true$/);
  const lists = await bloom.data(
    "{ own: locations(first: 5) { nodes { name } } all: locations(first: 5, includeLegacy: true) { nodes { name } } shop { fulfillmentServices { handle } } locationsCount(limit: 1) { count precision } }",
  );
  expect(lists).toEqual({
    own: { nodes: [{ name: "Shop location" }] },
    all: { nodes: [{ name: "Café__3PL Nord!!!" }, { name: "Shop location" }] },
    shop: { fulfillmentServices: [{ handle: "manual" }, { handle: "cafe__3pl-nord" }] },
    locationsCount: { count: 1, precision: "AT_LEAST" },
  });
});

test("a service's name is its own, and it is called where anybody may be called", async () => {
  const bloom = openShop();
  await create(bloom, {});
  const messages = async (args: object) =>
    (await create(bloom, args)).userErrors.map(({ message }: { message: string }) => message);
  expect(await messages({ name: "ACME" })).toEqual(["Name has already been taken"]);
  expect(await messages({ name: "Gift_Card" })).toEqual(["Name is reserved"]);
  expect(await messages({ name: " Nord " })).toEqual([
    "Name cannot begin with a whitespace character",
    "Name cannot end with a whitespace character",
  ]);
  expect(await messages({ name: "", callbackUrl: "https://example.com/hook" })).toEqual([
    "Name can't be blank",
    "Callback url is not allowed",
  ]);
  expect(await messages({ name: "Nord", callbackUrl: "ftp://mock.shop/hook" })).toEqual([
    "Callback url protocol ftp:// is not supported",
  ]);
  expect(await messages({ name: "Nord", callbackUrl: `https://${bloom.domain}/hook` })).toEqual([]);
});

test("a service may go and leave its place behind, or take it along", async () => {
  const bloom = openShop();
  const { fulfillmentService: made } = await create(bloom, {});
  const remove = async (args: object) =>
    (
      await bloom.data(
        `mutation($id: ID!, $to: ID, $action: FulfillmentServiceDeleteInventoryAction) { fulfillmentServiceDelete(id: $id, destinationLocationId: $to, inventoryAction: $action) { deletedId userErrors { field message } } }`,
        { id: made.id, ...args },
      )
    ).fulfillmentServiceDelete;
  const unknown = "gid://shopify/Location/9";
  expect((await remove({ to: unknown })).userErrors).toEqual([
    { field: null, message: "Invalid destination location." },
  ]);
  expect((await remove({ to: unknown, action: "KEEP" })).userErrors[0].field).toEqual(["inventoryAction"]);
  expect((await remove({ action: "KEEP" })).deletedId).toBe(made.id.replace("?id=true", ""));
  const { location } = await bloom.data(
    `query($id: ID!) { location(id: $id) { name isFulfillmentService } }`,
    { id: made.location.id },
  );
  expect(location).toEqual({ name: "Acme", isFulfillmentService: false });
});

test("a service is asked to send an order, answers, and may give it back", async () => {
  const bloom = openShop({
    orders: [{ number: 1001, lines: [{ title: "Shirt", unitPrice: "20.00", quantity: 2 }] }],
  });
  const { fulfillmentService: acme } = await create(bloom, {});
  const [part] = bloom.shop.orderByName("1001")?.fulfillmentOrders ?? [];
  const id = `gid://shopify/FulfillmentOrder/${part?.id}`;
  const act = async (root: string, answer: string, args = "") =>
    (
      await bloom.data(
        `mutation($id: ID!) { ${root}(id: $id${args}) { ${answer} userErrors { message } } }`,
        { id },
      )
    )[root];
  const state = "fulfillmentOrder { status requestStatus }";
  await act("fulfillmentOrderMove", "movedFulfillmentOrder { id }", `, newLocationId: "${acme.location.id}"`);
  const line = `gid://shopify/FulfillmentOrderLineItem/${part?.lines[0]?.id}`;
  const asked = await act(
    "fulfillmentOrderSubmitFulfillmentRequest",
    "submittedFulfillmentOrder { requestStatus merchantRequests(first: 1) { nodes { kind message requestOptions } } } unsubmittedFulfillmentOrder { requestStatus }",
    `, message: "Please", fulfillmentOrderLineItems: [{ id: "${line}", quantity: 1 }]`,
  );
  expect(asked).toMatchObject({
    submittedFulfillmentOrder: {
      requestStatus: "SUBMITTED",
      merchantRequests: {
        nodes: [
          { kind: "FULFILLMENT_REQUEST", message: "Please", requestOptions: { notify_customer: false } },
        ],
      },
    },
    unsubmittedFulfillmentOrder: { requestStatus: "UNSUBMITTED" },
  });
  const home = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
  const moved = await act(
    "fulfillmentOrderMove",
    "movedFulfillmentOrder { id }",
    `, newLocationId: "${home}"`,
  );
  expect(moved.userErrors[0].message).toBe(
    "Cannot move submitted fulfillment order that is at a 3PL fulfillment service.",
  );
  expect((await act("fulfillmentOrderAcceptFulfillmentRequest", state)).fulfillmentOrder).toEqual({
    status: "IN_PROGRESS",
    requestStatus: "ACCEPTED",
  });
  expect((await act("fulfillmentOrderSubmitCancellationRequest", state)).fulfillmentOrder).toEqual({
    status: "IN_PROGRESS",
    requestStatus: "ACCEPTED",
  });
  expect((await act("fulfillmentOrderRejectCancellationRequest", state)).fulfillmentOrder).toEqual({
    status: "IN_PROGRESS",
    requestStatus: "CANCELLATION_REJECTED",
  });
  expect(
    (
      await act(
        "fulfillmentOrderClose",
        "fulfillmentOrder { status requestStatus supportedActions { action } }",
      )
    ).fulfillmentOrder,
  ).toEqual({
    status: "INCOMPLETE",
    requestStatus: "CLOSED",
    supportedActions: ["REQUEST_FULFILLMENT", "CREATE_FULFILLMENT", "HOLD", "MOVE"].map((action) => ({
      action,
    })),
  });
  await act("fulfillmentOrderSubmitFulfillmentRequest", "userErrors { message }");
  await act("fulfillmentOrderAcceptFulfillmentRequest", state);
  await act("fulfillmentOrderSubmitCancellationRequest", state);
  expect((await act("fulfillmentOrderAcceptCancellationRequest", state)).fulfillmentOrder).toEqual({
    status: "CLOSED",
    requestStatus: "CANCELLATION_ACCEPTED",
  });
});
