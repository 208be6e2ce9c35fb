import { expect, test } from "vitest";
import type { OrderDescription, ShopDescription } from "../description/shop.ts";
import { openShop } from "../testing/stand-in.ts";

const suggest = `query($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $how: RefundMethodAllocation!, $shipping: RefundShippingInput) { return(id: $id) {
  suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: [], refundMethodAllocation: $how, refundShipping: $shipping) {
    discountedSubtotal { presentmentMoney { amount } shopMoney { amount } } totalTax { presentmentMoney { amount } } totalAdditionalFees { presentmentMoney { amount } } maximumRefundable { presentmentMoney { amount } }
    financialTransfer { __typename ... on RefundReturnOutcome { amount { presentmentMoney { amount currencyCode } } suggestedTransactions { gateway amountSet { presentmentMoney { amount } } }
      suggestedRefundMethods { amount { presentmentMoney { amount } } } } ... on InvoiceReturnOutcome { amount { presentmentMoney { amount } } } } } } }`;

/** What Shopify would suggest for some pieces of the first line of a described order. */
async function suggestion(
  order: Omit<OrderDescription, "number" | "customer">,
  quantity: number,
  change: Partial<ShopDescription> = {},
  shipping: unknown = null,
  how = "STORE_CREDIT",
) {
  const returned = {
    at: "-1d",
    lines: [{ line: 0, quantity, ...(order.returns?.[0]?.lines[0] ?? {}) }],
    shippingFee: order.returns?.[0]?.shippingFee,
  };
  const shop = openShop({
    ...change,
    orders: [
      {
        createdAt: "-5d",
        fulfillments: [{ at: "-4d" }],
        ...order,
        returns: [returned],
        number: 1001,
        customer: "ada",
      },
    ],
  });
  const entry = shop.shop.returns.all()[0];
  const answer = await shop.data(suggest, {
    id: `gid://shopify/Return/${entry?.id}`,
    lines: [{ id: `gid://shopify/ReturnLineItem/${entry?.lines[0]?.id}`, quantity }],
    how,
    shipping,
  });
  return answer.return.suggestedFinancialOutcome;
}

const amountOf = (outcome: { financialTransfer: { amount: { presentmentMoney: { amount: string } } } }) =>
  outcome.financialTransfer.amount.presentmentMoney.amount;

test("three shirts of four with an order discount and tax on top give back their share of both", async () => {
  const outcome = await suggestion(
    {
      lines: [
        { title: "Shirt", quantity: 3, unitPrice: "10.00" },
        { title: "Hat", quantity: 1, unitPrice: "20.00" },
      ],
      discounts: [{ title: "SPRING", code: "SPRING", amount: "5.00" }],
      taxes: [{ title: "Tax", rate: "0.0825" }],
    },
    2,
  );
  expect(outcome.discountedSubtotal.presentmentMoney.amount).toBe("18.0");
  expect(outcome.totalTax.presentmentMoney.amount).toBe("1.49");
  expect(amountOf(outcome)).toBe("19.49");
});

test("prices that contain the tax are given back as they were paid, and no more", async () => {
  const outcome = await suggestion(
    {
      lines: [{ title: "Lampe", quantity: 2, unitPrice: "59.50" }],
      taxesIncluded: true,
      taxes: [{ title: "MwSt", rate: "0.19" }],
      shipping: { price: "4.90" },
    },
    1,
    { currency: "EUR" },
    { fullRefund: true },
  );
  expect(outcome.totalTax.presentmentMoney.amount).toBe("10.28");
  expect(amountOf(outcome)).toBe("64.4");
});

test("yen have no decimals and dinars have three", async () => {
  const yen = await suggestion(
    {
      lines: [{ title: "Pen", quantity: 3, unitPrice: "1000" }],
      discounts: [{ title: "-100", amount: "100" }],
    },
    1,
    { currency: "JPY" },
  );
  expect(yen.financialTransfer.amount.presentmentMoney).toEqual({ amount: "967.0", currencyCode: "JPY" });
  const dinar = await suggestion(
    {
      lines: [{ title: "Pen", quantity: 3, unitPrice: "1.000" }],
      discounts: [{ title: "-0.1", amount: "0.100" }],
    },
    1,
    { currency: "KWD" },
  );
  expect(dinar.financialTransfer.amount.presentmentMoney).toEqual({ amount: "0.967", currencyCode: "KWD" });
});

test("the buyer's currency rules; the shop's side follows from the order's rate", async () => {
  const outcome = await suggestion(
    { presentment: { currency: "EUR", rate: "0.80" }, lines: [{ variant: "SHIRT", quantity: 2 }] },
    1,
  );
  expect(outcome.discountedSubtotal).toEqual({
    presentmentMoney: { amount: "16.0" },
    shopMoney: { amount: "20.0" },
  });
});

test("fees are taken off; fees above the worth of the goods are an invoice", async () => {
  const fees = {
    returns: [
      { at: "-1d", lines: [{ line: 0, quantity: 1, restockingFeePercent: "10" }], shippingFee: "3.00" },
    ],
  };
  const outcome = await suggestion(
    { lines: [{ title: "Shirt", quantity: 1, unitPrice: "20.00" }], ...fees },
    1,
  );
  expect(outcome.totalAdditionalFees.presentmentMoney.amount).toBe("5.0");
  expect(amountOf(outcome)).toBe("15.0");
  const cheap = await suggestion({ lines: [{ title: "Sock", quantity: 1, unitPrice: "2.00" }], ...fees }, 1);
  expect(cheap.financialTransfer).toEqual({
    __typename: "InvoiceReturnOutcome",
    amount: { presentmentMoney: { amount: "1.2" } },
  });
});

test("store credit leaves the payments at zero; otherwise they take back what each of them paid, oldest first", async () => {
  const order = {
    lines: [{ title: "Coat", quantity: 1, unitPrice: "100.00" }],
    transactions: [
      { gateway: "gift_card", amount: "30.00" },
      { gateway: "shopify_payments", amount: "rest" as const },
    ],
  };
  const credit = await suggestion(order, 1);
  expect(
    credit.financialTransfer.suggestedTransactions.map(
      (entry: { amountSet: { presentmentMoney: { amount: string } } }) =>
        entry.amountSet.presentmentMoney.amount,
    ),
  ).toEqual(["0.0", "0.0"]);
  expect(credit.financialTransfer.suggestedRefundMethods).toEqual([
    { amount: { presentmentMoney: { amount: "100.0" } } },
  ]);
  const cards = await suggestion(order, 1, {}, null, "ORIGINAL_PAYMENT_METHODS");
  expect(cards.financialTransfer.suggestedTransactions).toEqual([
    { gateway: "gift_card", amountSet: { presentmentMoney: { amount: "30.0" } } },
    { gateway: "shopify_payments", amountSet: { presentmentMoney: { amount: "70.0" } } },
  ]);
});

test("what was paid is the most that goes back", async () => {
  const outcome = await suggestion(
    {
      lines: [{ title: "Coat", quantity: 1, unitPrice: "100.00" }],
      refunds: [{ at: "-2d", amount: "40.00" }],
    },
    1,
  );
  expect(outcome.maximumRefundable.presentmentMoney.amount).toBe("60.0");
  expect(amountOf(outcome)).toBe("60.0");
});

test("two taxes on a line are given back each by itself, and a restocking fee is taken from the price alone", async () => {
  const order = {
    taxes: [
      { title: "GST", rate: "0.05" },
      { title: "QST", rate: "0.09975" },
    ],
    lines: [{ title: "Shirt", quantity: 3, unitPrice: "11.11" }],
  };
  const plain = await suggestion(order, 2);
  expect(plain.totalTax.presentmentMoney.amount).toBe("3.32");
  expect(amountOf(plain)).toBe("25.54");
  const returns = [{ at: "-1d", lines: [{ line: 0, quantity: 2, restockingFeePercent: "10" }] }];
  expect(amountOf(await suggestion({ ...order, returns }, 2))).toBe("23.32");
});

test("what a return comes to is told before there is one: two taxes, yen without and dinars with three decimals", async () => {
  const calculated = async (currency: string, unitPrice: string) => {
    const taxes = [
      { title: "A", rate: "0.05" },
      { title: "B", rate: "0.10" },
    ];
    const shop = openShop({
      currency,
      products: [],
      orders: [
        {
          number: 1001,
          createdAt: "-5d",
          taxes,
          lines: [{ title: "Shirt", quantity: 1, unitPrice }],
          fulfillments: [{ at: "-4d" }],
        },
      ],
    });
    const order = shop.shop.orderByName("1001");
    const { returnCalculate } = await shop.data(
      `query($input: CalculateReturnInput!) { returnCalculate(input: $input) { returnLineItems {
        subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } restockingFee { amountSet { shopMoney { amount } } } } } }`,
      {
        input: {
          orderId: `gid://shopify/Order/${order?.id}`,
          returnLineItems: [
            {
              fulfillmentLineItemId: `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`,
              quantity: 1,
              restockingFee: { percentage: 10 },
            },
          ],
        },
      },
    );
    const [line] = returnCalculate.returnLineItems;
    return [line.subtotalSet, line.totalTaxSet, line.restockingFee.amountSet].map(
      (set) => set.shopMoney.amount,
    );
  };
  expect(await calculated("USD", "19.99")).toEqual(["-19.99", "-3.0", "2.0"]);
  expect(await calculated("JPY", "1001")).toEqual(["-1001.0", "-150.0", "100.0"]);
  expect(await calculated("KWD", "1.005")).toEqual(["-1.005", "-0.151", "0.101"]);
});
