import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const asks = {
  returnRequest: `mutation($input: ReturnRequestInput!) { returnRequest(input: $input) { return { status } userErrors { field message code } } }`,
  returnCreate: `mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return { status } userErrors { field message code } } }`,
};

async function ask(bloom: TestShop, name: keyof typeof asks, reason: Record<string, unknown>) {
  const order = bloom.shop.orderByName("1001");
  const fulfillmentLineItemId = `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`;
  const returnLineItems = [{ fulfillmentLineItemId, quantity: 1, ...reason }];
  return bloom.ask(asks[name], { input: { orderId: `gid://shopify/Order/${order?.id}`, returnLineItems } });
}

test("no return is taken without a reason, and customers and staff are told so differently", async () => {
  const bloom = openShop();
  const requested = await ask(bloom, "returnRequest", {});
  expect(requested.data.returnRequest.userErrors).toEqual([
    {
      field: ["input", "returnLineItems", "0", "returnReason"],
      message: "Return reason can't be blank",
      code: "BLANK",
    },
  ]);
  const created = await ask(bloom, "returnCreate", {});
  expect(created.data.returnCreate.userErrors).toEqual([
    {
      field: ["returnInput", "returnLineItems", "0"],
      message: "Return line items Either return reason or return reason definition must be provided",
      code: "NOT_FOUND",
    },
  ]);
});

test("staff explain what they call other, customers need not", async () => {
  const bloom = openShop();
  const created = await ask(bloom, "returnCreate", { returnReason: "OTHER", returnReasonNote: " " });
  expect(created.data.returnCreate.userErrors[0]).toMatchObject({
    field: ["returnInput", "returnLineItems", "0", "returnReasonNote"],
    code: "BLANK",
  });
  const requested = await ask(bloom, "returnRequest", { returnReason: "OTHER" });
  expect(requested.data.returnRequest).toEqual({ return: { status: "REQUESTED" }, userErrors: [] });
  const defined = await ask(bloom, "returnRequest", {
    returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/5",
  });
  expect(defined.data.returnRequest.return).toEqual({ status: "REQUESTED" });
});

test("an unknown reason is answered with the known ones in Shopify's own order", async () => {
  const { errors } = await ask(openShop(), "returnRequest", { returnReason: "BORED" });
  expect(errors[0].extensions.problems[0].explanation).toMatch(
    /^Expected "BORED" to be one of: SIZE_TOO_SMALL, SIZE_TOO_LARGE, UNWANTED, .*, OTHER, UNKNOWN$/,
  );
});
