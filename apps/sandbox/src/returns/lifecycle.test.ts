import { expect, test } from "vitest";
import { openShop, type TestShop } from "../testing/stand-in.ts";

const entry = `id name status closedAt totalQuantity returnLineItems(first: 10) { nodes { id quantity processedQuantity unprocessedQuantity } } order { returnStatus }`;
const answer = `{ return { ${entry} } userErrors { field message code } }`;
const documents = {
  returnRequest: `mutation($input: ReturnRequestInput!) { returnRequest(input: $input) ${answer} }`,
  returnCreate: `mutation($returnInput: ReturnInput!) { returnCreate(returnInput: $returnInput) ${answer} }`,
  returnApproveRequest: `mutation($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) ${answer} }`,
  returnDeclineRequest: `mutation($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { return { ${entry} decline { reason note } } userErrors { field message code } } }`,
  returnClose: `mutation($id: ID!) { returnClose(id: $id) ${answer} }`,
  returnReopen: `mutation($id: ID!) { returnReopen(id: $id) ${answer} }`,
  returnCancel: `mutation($id: ID!) { returnCancel(id: $id) ${answer} }`,
  returnProcess: `mutation($input: ReturnProcessInput!) { returnProcess(input: $input) ${answer} }`,
  removeFromReturn: `mutation($returnId: ID!, $returnLineItems: [ReturnLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $returnId, returnLineItems: $returnLineItems) ${answer} }`,
};

const unknown = "gid://shopify/Return/999999999991";

async function act(bloom: TestShop, name: keyof typeof documents, variables: Record<string, unknown>) {
  return (await bloom.data(documents[name], variables))[name];
}

function pieces(bloom: TestShop, quantity: number, rest = {}) {
  const order = bloom.shop.orderByName("1001");
  const fulfillmentLineItemId = `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`;
  return {
    orderId: `gid://shopify/Order/${order?.id}`,
    returnLineItems: [{ fulfillmentLineItemId, quantity, returnReason: "STYLE", ...rest }],
  };
}

const request = async (bloom: TestShop, quantity = 1) =>
  (await act(bloom, "returnRequest", { input: pieces(bloom, quantity) })).return;

test("the order's status follows its returns: requested before open, open before closed, declined and canceled not at all", async () => {
  const bloom = openShop();
  const first = await request(bloom);
  expect(first).toMatchObject({
    name: "#1001-R1",
    status: "REQUESTED",
    closedAt: null,
    order: { returnStatus: "RETURN_REQUESTED" },
  });
  expect((await act(bloom, "returnApproveRequest", { input: { id: first.id } })).return).toMatchObject({
    status: "OPEN",
    order: { returnStatus: "IN_PROGRESS" },
  });
  const second = await request(bloom);
  expect(second).toMatchObject({ name: "#1001-R2", order: { returnStatus: "RETURN_REQUESTED" } });
  const declined = await act(bloom, "returnDeclineRequest", {
    input: { id: second.id, declineReason: "OTHER", declineNote: "no" },
  });
  expect(declined.return).toMatchObject({
    status: "DECLINED",
    decline: { reason: "OTHER", note: "no" },
    order: { returnStatus: "IN_PROGRESS" },
  });
  const closed = await act(bloom, "returnClose", { id: first.id });
  expect(closed.return).toMatchObject({
    status: "CLOSED",
    closedAt: expect.any(String),
    order: { returnStatus: "RETURNED" },
  });
  expect((await act(bloom, "returnReopen", { id: first.id })).return).toMatchObject({
    status: "OPEN",
    closedAt: null,
    order: { returnStatus: "IN_PROGRESS" },
  });
});

test("a return reopened by hand stays open when everything is processed", async () => {
  const bloom = openShop();
  const { id, returnLineItems } = await request(bloom);
  await act(bloom, "returnApproveRequest", { input: { id } });
  await act(bloom, "returnClose", { id });
  await act(bloom, "returnReopen", { id });
  const processed = await act(bloom, "returnProcess", {
    input: { returnId: id, returnLineItems: [{ id: returnLineItems.nodes[0].id, quantity: 1 }] },
  });
  expect(processed.return).toMatchObject({
    status: "OPEN",
    returnLineItems: { nodes: [{ processedQuantity: 1, unprocessedQuantity: 0 }] },
  });
  expect((await bloom.data(`query($id: ID!) { return(id: $id) { status } }`, { id })).return.status).toBe(
    "OPEN",
  );
});

test("every mutation refuses a return in the wrong state, in the recorded words", async () => {
  const bloom = openShop();
  const open = await request(bloom);
  await act(bloom, "returnApproveRequest", { input: { id: open.id } });
  const declined = await request(bloom);
  const decline = { declineReason: "OTHER", declineNote: "no" };
  await act(bloom, "returnDeclineRequest", { input: { id: declined.id, ...decline } });
  const errors = [
    await act(bloom, "returnApproveRequest", { input: { id: open.id } }),
    await act(bloom, "returnApproveRequest", { input: { id: declined.id } }),
    await act(bloom, "returnDeclineRequest", { input: { id: open.id, ...decline } }),
    await act(bloom, "returnDeclineRequest", { input: { id: declined.id, ...decline } }),
    await act(bloom, "returnApproveRequest", { input: { id: unknown } }),
    await act(bloom, "returnDeclineRequest", { input: { id: unknown, ...decline } }),
    await act(bloom, "returnClose", { id: declined.id }),
    await act(bloom, "returnReopen", { id: declined.id }),
    await act(bloom, "returnCancel", { id: declined.id }),
  ];
  const approvable = "Return is not approvable. Only returns with status REQUESTED can be approved.";
  const declinable =
    "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.";
  expect(errors.map((error) => error.userErrors)).toEqual([
    [{ field: ["input", "id"], message: approvable, code: "INVALID_STATE" }],
    [{ field: ["input", "id"], message: approvable, code: "INVALID_STATE" }],
    [{ field: ["input", "id"], message: declinable, code: "INVALID_STATE" }],
    [{ field: ["input", "id"], message: "The return is already declined.", code: "INVALID_STATE" }],
    [{ field: ["input", "id"], message: "Return not found.", code: "NOT_FOUND" }],
    [{ field: ["input", "id"], message: "Return not found.", code: "NOT_FOUND" }],
    [{ field: ["id"], message: "Return status is invalid.", code: "INVALID_STATE" }],
    [{ field: ["id"], message: "Return status is invalid.", code: "INVALID_STATE" }],
    [{ field: ["id"], message: "Return is not cancelable.", code: "INVALID_STATE" }],
  ]);
  expect(errors.every((error) => error.return === null)).toBe(true);
});

test("a canceled return gives its pieces back; one that lost all its lines is closed", async () => {
  const bloom = openShop();
  const opened = await act(bloom, "returnCreate", {
    returnInput: pieces(bloom, 3, { returnReason: "OTHER", returnReasonNote: "all" }),
  });
  expect(opened.return).toMatchObject({ status: "OPEN", totalQuantity: 3 });
  expect((await act(bloom, "returnRequest", { input: pieces(bloom, 1) })).userErrors[0]).toMatchObject({
    field: ["input", "returnLineItems", "0", "quantity"],
    code: "INVALID",
  });
  expect((await act(bloom, "returnCancel", { id: opened.return.id })).return).toMatchObject({
    status: "CANCELED",
    totalQuantity: 3,
    order: { returnStatus: "NO_RETURN" },
  });
  const again = await act(bloom, "returnCreate", { returnInput: pieces(bloom, 3) });
  const returnLineItems = [{ returnLineItemId: again.return.returnLineItems.nodes[0].id, quantity: 3 }];
  const removed = await act(bloom, "removeFromReturn", { returnId: again.return.id, returnLineItems });
  expect(removed.return).toMatchObject({
    status: "CLOSED",
    totalQuantity: 0,
    returnLineItems: { nodes: [] },
    order: { returnStatus: "RETURNED" },
  });
});

test("a request keeps the customer's words, and a return its fee", async () => {
  const bloom = openShop();
  const made = await bloom.data(
    `mutation($returnInput: ReturnInput!) { returnCreate(returnInput: $returnInput) { return { returnShippingFees { id amountSet { presentmentMoney { amount } } } reverseFulfillmentOrders(first: 5) { nodes { status lineItems(first: 5) { nodes { totalQuantity } } } } } } }`,
    {
      returnInput: {
        ...pieces(bloom, 1, { returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/2" }),
        returnShippingFee: { amount: { amount: "7.50", currencyCode: "USD" } },
      },
    },
  );
  expect(made.returnCreate.return).toMatchObject({
    returnShippingFees: [
      {
        id: expect.stringMatching(/^gid:\/\/shopify\/Fee\//),
        amountSet: { presentmentMoney: { amount: "7.5" } },
      },
    ],
    reverseFulfillmentOrders: { nodes: [{ status: "OPEN", lineItems: { nodes: [{ totalQuantity: 1 }] } }] },
  });
  const asked = await bloom.data(
    `mutation($input: ReturnRequestInput!) { returnRequest(input: $input) { return { returnLineItems(first: 1) { nodes { customerNote } } reverseFulfillmentOrders(first: 1) { nodes { id } } } } }`,
    { input: pieces(bloom, 1, { returnReason: "DEFECTIVE", customerNote: "Screen arrived cracked" }) },
  );
  expect(asked.returnRequest.return).toEqual({
    returnLineItems: { nodes: [{ customerNote: "Screen arrived cracked" }] },
    reverseFulfillmentOrders: { nodes: [] },
  });
});

test("a return is worked out before there is one: goods and tax negative, the fee positive", async () => {
  const bloom = openShop();
  const { orderId, returnLineItems: asked } = pieces(bloom, 1, { restockingFee: { percentage: 10 } });
  const returnLineItems = asked.map(({ returnReason: _reason, ...line }) => line);
  const { returnCalculate } = await bloom.data(
    `query($input: CalculateReturnInput!) { returnCalculate(input: $input) { returnLineItems { quantity restockingFee { percentage amountSet { shopMoney { amount } } } subtotalBeforeOrderDiscountsSet { shopMoney { amount } } subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } returnShippingFee { id } } }`,
    { input: { orderId, returnLineItems } },
  );
  expect(returnCalculate).toEqual({
    returnLineItems: [
      {
        quantity: 1,
        restockingFee: { percentage: 10, amountSet: { shopMoney: { amount: "2.0" } } },
        subtotalBeforeOrderDiscountsSet: { shopMoney: { amount: "-20.0" } },
        subtotalSet: { shopMoney: { amount: "-20.0" } },
        totalTaxSet: { shopMoney: { amount: "-2.0" } },
      },
    ],
    returnShippingFee: null,
  });
});

test("what comes back through the door is disposed of once, and restocking says where", async () => {
  const bloom = openShop();
  const opened = await act(bloom, "returnCreate", { returnInput: pieces(bloom, 2) });
  const { return: now } = await bloom.data(
    `query($id: ID!) { return(id: $id) { reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } } }`,
    { id: opened.return.id },
  );
  const reverse = now.reverseFulfillmentOrders.nodes[0];
  const shipped = await bloom.data(
    `mutation($id: ID!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: { number: "1Z" }, notifyCustomer: false) { reverseDelivery { reverseDeliveryLineItems(first: 5) { nodes { quantity } } deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number } } } } userErrors { message } } }`,
    { id: reverse.id },
  );
  expect(shipped.reverseDeliveryCreateWithShipping.reverseDelivery).toEqual({
    reverseDeliveryLineItems: { nodes: [{ quantity: 2 }] },
    deliverable: { tracking: { number: "1Z" } },
  });
  const dispose = async (quantity: number, dispositionType: string, locationId?: string) =>
    (
      await bloom.data(
        `mutation($d: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $d) { reverseFulfillmentOrderLineItems { dispositions { type quantity } } userErrors { field code } } }`,
        {
          d: [
            {
              reverseFulfillmentOrderLineItemId: reverse.lineItems.nodes[0].id,
              quantity,
              dispositionType,
              locationId,
            },
          ],
        },
      )
    ).reverseFulfillmentOrderDispose;
  expect((await dispose(1, "RESTOCKED")).userErrors).toEqual([
    { field: ["dispositionInputs", "0", "locationId"], code: "BLANK" },
  ]);
  const location = `gid://shopify/Location/${bloom.shop.locations.all()[0]?.id}`;
  expect((await dispose(1, "RESTOCKED", location)).reverseFulfillmentOrderLineItems).toEqual([
    { dispositions: [{ type: "RESTOCKED", quantity: 1 }] },
  ]);
  expect((await dispose(2, "MISSING")).userErrors[0].code).toBe("INVALID");
  expect((await act(bloom, "returnCancel", { id: opened.return.id })).userErrors[0].message).toBe(
    "Return is not cancelable.",
  );
});
