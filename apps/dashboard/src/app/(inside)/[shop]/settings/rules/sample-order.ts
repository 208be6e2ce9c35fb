import { fractionDigits, fromDecimal, type Money, sum, zero } from "@kept/money";
import type { Order } from "@kept/shopify";

/** One shirt for 60.00 and its tax, paid by card: something everybody can check in the head. `sent`: 5.00 of shipping on top. */
export function sampleOrder(currency: string, { sent = false } = {}): Order {
  const nothing = zero(currency);
  const { price, tax, shipping } = sampleAmounts(currency);
  const postage = sent ? shipping : nothing;
  const paid = sum([price, tax, postage], currency);
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
        taxes: [tax],
        goneQuantity: 0,
        refundedQuantity: 0,
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
    shipping: { paid: postage, tax: nothing, refunded: nothing },
    duties: nothing,
    dutiesRefunded: nothing,
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
function sampleAmounts(currency: string): { price: Money; tax: Money; shipping: Money } {
  const decimals = fractionDigits(currency) > 0;
  const [price, tax, shipping] = decimals ? ["60.00", "4.80", "5.00"] : ["6000", "480", "500"];
  return {
    price: fromDecimal(price as string, currency),
    tax: fromDecimal(tax as string, currency),
    shipping: fromDecimal(shipping as string, currency),
  };
}
