import { describe, expect, test } from "vitest";
import { usd } from "../testing/amounts.ts";
import { type Asked, answering } from "../testing/answering.ts";
import { readOrder } from "./read-order.ts";

const bag = (amount: string) => ({ presentmentMoney: { amount, currencyCode: "USD" } });

const head = {
  id: "gid://shopify/Order/1",
  name: "#1001",
  createdAt: "2026-11-12T10:00:00Z",
  cancelledAt: null,
  test: false,
  email: "ada@example.com",
  phone: null,
  currencyCode: "CAD",
  presentmentCurrencyCode: "USD",
  taxesIncluded: false,
  tags: ["gift"],
  customer: {
    id: "gid://shopify/Customer/7",
    firstName: "Ada",
    lastName: "Lovelace",
    locale: "en",
    tags: [],
    numberOfOrders: "3",
    defaultEmailAddress: { emailAddress: "ada@example.com" },
  },
  purchasingEntity: { __typename: "Customer" },
  shippingAddress: { countryCodeV2: "US", zip: "10001" },
  netPaymentSet: bag("51.0"),
  totalRefundedSet: bag("20.0"),
  totalRefundedShippingSet: bag("0.0"),
  originalTotalDutiesSet: bag("7.0"),
  shippingLines: {
    nodes: [
      { isRemoved: false, discountedPriceSet: bag("5.0"), taxLines: [{ priceSet: bag("0.4") }] },
      { isRemoved: true, discountedPriceSet: bag("9.0"), taxLines: [] },
    ],
    pageInfo: { hasNextPage: false },
  },
  transactions: [
    payment("1", "shopify_payments", "50.0"),
    payment("2", "gift_card", "15.0"),
    payment("3", "shopify_store_credit", "6.0"),
    { ...payment("4", "shopify_payments", "99.0"), status: "FAILURE" },
    { ...payment("5", "shopify_payments", "20.0", "1"), kind: "REFUND" },
    { ...payment("6", "shopify_store_credit", "7.0", "1"), kind: "REFUND" },
    { ...payment("7", "shopify_payments", "50.0"), kind: "AUTHORIZATION" },
  ],
  refunds: [
    {
      id: "gid://shopify/Refund/2",
      createdAt: "2026-11-20T10:00:00Z",
      duties: [{ amountSet: bag("1.25") }, { amountSet: bag("0.5") }],
      refundLineItems: page([]),
    },
    {
      id: "gid://shopify/Refund/1",
      createdAt: "2026-11-15T10:00:00Z",
      duties: null,
      refundLineItems: page([refunded("A", 1)]),
    },
  ],
  returns: page([
    { id: "r1", status: "REQUESTED", returnLineItems: page([returning("A", 1)]) },
    { id: "r2", status: "DECLINED", returnLineItems: page([returning("A", 1)]) },
    { id: "r3", status: "CLOSED", returnLineItems: page([returning("B", 1, { processedQuantity: 1 })]) },
  ]),
};

const shirt = {
  id: "A",
  title: "Linen shirt",
  variantTitle: "M",
  sku: "LS-M",
  quantity: 4,
  currentQuantity: 3,
  requiresShipping: true,
  isGiftCard: false,
  image: { url: "https://cdn.example/shirt.png" },
  originalUnitPriceSet: bag("20.0"),
  originalTotalSet: bag("80.0"),
  discountAllocations: [{ allocatedAmountSet: bag("8.0") }, { allocatedAmountSet: bag("1.33") }],
  taxLines: [{ priceSet: bag("4.24") }, { priceSet: bag("1.5") }],
  product: {
    id: "gid://shopify/Product/1",
    productType: "Shirts",
    vendor: "Bloom",
    tags: ["final-sale"],
    collections: { nodes: [{ id: "gid://shopify/Collection/1" }], pageInfo: { hasNextPage: false } },
  },
};

const parcel = (id: string, line: string, quantity: number) => ({
  fulfillment: { id, createdAt: "2026-11-13T10:00:00Z", deliveredAt: "2026-11-16T10:00:00Z" },
  returnableFulfillmentLineItems: page([
    { quantity, fulfillmentLineItem: { id: `fl-${line}`, lineItem: { id: line } } },
  ]),
});

/** A shop whose order has the shirt on its first page of lines and a deleted product on its second, each in a parcel of its own. */
function shop(change: object = {}) {
  return answering(({ query, variables }: Asked) => {
    if (query.includes("query ReadReturnable"))
      return {
        data: { returnableFulfillments: variables.after === "next" ? page([parcel("f2", "B", 0)]) : null },
      };
    if (query.includes("query ReadOrderLines")) {
      const deleted = { ...shirt, id: "B", quantity: 1, currentQuantity: 1, product: null, image: null };
      return { data: { order: { lineItems: variables.after === "next" ? page([deleted]) : null } } };
    }
    const order = { ...head, lineItems: page([shirt], "next"), ...change };
    return { data: { order, returnableFulfillments: page([parcel("f1", "A", 2)], "next") } };
  });
}

describe("an order is read", () => {
  test("with what was paid for each line after every discount, and the tax on it", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.lines[0]).toMatchObject({
      unitPrice: usd(2000n),
      paid: usd(7067n),
      tax: usd(574n),
      quantity: 4,
      product: { tags: ["final-sale"], collectionIds: ["gid://shopify/Collection/1"], type: "Shirts" },
    });
  });

  test("page by page to its last line, also where a product was deleted", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.lines.map((line) => line.id)).toEqual(["A", "B"]);
    expect(order?.lines[1]).toMatchObject({ product: null, imageUrl: null });
  });

  test("and no unit counts twice: refunded, requested back and processed ones are gone, declined ones are not", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.lines.map((line) => line.goneQuantity)).toEqual([2, 1]);
  });

  test("with what can still be sent back, and since when the customer has it", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.lines[0]?.returnable).toEqual([
      {
        fulfillmentLineItemId: "fl-A",
        quantity: 2,
        fulfilledAt: new Date("2026-11-13T10:00:00Z"),
        deliveredAt: new Date("2026-11-16T10:00:00Z"),
      },
    ]);
    expect(order?.lines[1]?.returnable).toEqual([]);
  });

  test("with its payments by kind, each less what went back to it", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.payments.map(({ kind, amount, refunded }) => [kind, amount, refunded])).toEqual([
      ["card", usd(5000n), usd(2000n)],
      ["gift_card", usd(1500n), usd(0n)],
      ["store_credit", usd(600n), usd(0n)],
    ]);
    expect(order).toMatchObject({
      refundable: usd(5100n),
      refunded: usd(2000n),
      currency: "USD",
      shopCurrency: "CAD",
    });
  });

  test("with shipping that was not taken off again, and its refunds from the oldest", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect(order?.shipping).toEqual({ paid: usd(500n), tax: usd(40n), refunded: usd(0n) });
    expect(order?.refundIds).toEqual(["gid://shopify/Refund/1", "gid://shopify/Refund/2"]);
  });

  test("with its duties, and what refunds gave back of them", async () => {
    const order = await readOrder((await shop()).admin, head.id);
    expect([order?.duties, order?.dutiesRefunded]).toEqual([usd(700n), usd(175n)]);
    const without = await readOrder(
      (await shop({ originalTotalDutiesSet: null, refunds: [] })).admin,
      head.id,
    );
    expect([without?.duties, without?.dutiesRefunded]).toEqual([usd(0n), usd(0n)]);
  });

  test("also when nobody bought it, or a company did", async () => {
    const company = { customer: null, purchasingEntity: { __typename: "PurchasingCompany" } };
    const order = await readOrder((await shop(company)).admin, head.id);
    expect(order).toMatchObject({ customer: null, businessToBusiness: true });
  });

  test("in one question when it fits on one page", async () => {
    const { admin, asked } = await answering({
      data: { order: { ...head, lineItems: page([shirt]) }, returnableFulfillments: page([]) },
    });
    expect((await readOrder(admin, head.id))?.lines).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ["returns", { returns: page([], "more") }],
    ["refunds", { refunds: Array.from({ length: 50 }, () => head.refunds[0]) }],
    ["transactions", { transactions: Array.from({ length: 100 }, () => head.transactions[0]) }],
    ["shipping lines", { shippingLines: page(head.shippingLines.nodes, "more") }],
  ])("completely or not at all: not where %s may go on", async (_, endless) => {
    const { admin } = await shop(endless);
    await expect(readOrder(admin, head.id)).rejects.toMatchObject({ reason: "not_understood" });
  });

  test("with every collection of a product that is in many", async () => {
    const collections = { nodes: [{ id: "c1" }], pageInfo: { hasNextPage: true } };
    const many = { ...shirt, product: { ...shirt.product, collections } };
    const { admin } = await answering(({ query, variables }: Asked) => {
      if (query.includes("query ReadOrder("))
        return { data: { order: { ...head, lineItems: page([many]) }, returnableFulfillments: page([]) } };
      const some =
        variables.after === "next" ? page([{ id: "c3" }]) : page([{ id: "c1" }, { id: "c2" }], "next");
      return { data: { product: variables.id === shirt.product.id ? { collections: some } : null } };
    });
    const order = await readOrder(admin, head.id);
    expect(order?.lines[0]?.product?.collectionIds).toEqual(["c1", "c2", "c3"]);
  });
});

function page(nodes: object[], next?: string) {
  return { nodes, pageInfo: { hasNextPage: next !== undefined, endCursor: next ?? null } };
}

function payment(id: string, gateway: string, amount: string, parent?: string) {
  const parentTransaction = parent ? { id: `gid://shopify/OrderTransaction/${parent}` } : null;
  const base = { id: `gid://shopify/OrderTransaction/${id}`, kind: "SALE", status: "SUCCESS", gateway };
  return { ...base, amountSet: bag(amount), parentTransaction, paymentDetails: null };
}

function refunded(line: string, quantity: number) {
  return { quantity, lineItem: { id: line } };
}

function returning(line: string, quantity: number, change: object = {}) {
  const fulfillmentLineItem = { lineItem: { id: line } };
  return { quantity, processedQuantity: 0, refundedQuantity: 0, fulfillmentLineItem, ...change };
}
