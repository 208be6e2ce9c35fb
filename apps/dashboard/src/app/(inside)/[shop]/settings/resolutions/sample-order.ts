import { fractionDigits, fromDecimal, type Money, zero } from "@kept/money";
import type { Order } from "@kept/shopify";

/** One shirt for 60.00 and its tax, paid by card: something everybody can check in the head. */
export function sampleOrder(currency: string): Order {
  const nothing = zero(currency);
  const { price, tax, paid } = sampleAmounts(currency);
  const at = new Date();
  return {
    id: "gid://shopify/Order/1",
    name: "#1001",
    createdAt: at,
    cancelledAt: null,
    test: true,
    email: null,
    phone: null,
    customer: {
      id: "gid://shopify/Customer/1",
      firstName: null,
      lastName: null,
      email: null,
      locale: null,
      tags: [],
      numberOfOrders: 1,
    },
    businessToBusiness: false,
    currency,
    shopCurrency: currency,
    taxesIncluded: false,
    lines: [
      {
        id: "gid://shopify/LineItem/1",
        title: "Linen shirt",
        variantTitle: null,
        sku: null,
        imageUrl: null,
        quantity: 1,
        unitPrice: price,
        paid: price,
        tax,
        goneQuantity: 0,
        returnable: [
          {
            fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/1",
            quantity: 1,
            fulfilledAt: at,
            deliveredAt: at,
          },
        ],
        product: null,
        requiresShipping: true,
        giftCard: false,
      },
    ],
    shipping: { paid: nothing, tax: nothing, refunded: nothing },
    duties: nothing,
    payments: [
      {
        transactionId: "gid://shopify/OrderTransaction/1",
        kind: "card",
        gateway: "card",
        amount: paid,
        refunded: nothing,
      },
    ],
    refundable: paid,
    refunded: nothing,
    tags: [],
    countryCode: null,
    shippingPostcode: null,
    refundIds: [],
  };
}

/** Sixty of a currency with cents, six thousand of one without. */
function sampleAmounts(currency: string): { price: Money; tax: Money; paid: Money } {
  const [price, tax, paid] =
    fractionDigits(currency) === 0 ? ["6000", "480", "6480"] : ["60.00", "4.80", "64.80"];
  return {
    price: fromDecimal(price as string, currency),
    tax: fromDecimal(tax as string, currency),
    paid: fromDecimal(paid as string, currency),
  };
}
