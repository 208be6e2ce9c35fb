import { fromDecimal, type Money, zero } from "@kept/money";
import type { Order, OrderLine } from "@kept/shopify";
import { defaultPolicy } from "../../policy/default-policy.ts";
import type { Policy } from "../../policy/policy.ts";
import { strangerFacts } from "../facts.ts";
import { quote } from "../quote.ts";
import type { Quote, QuoteInput } from "../quote-types.ts";

/** The people and things the stories are about: Ada, who bought at Bloom on the first of November 2026. */
export const boughtAt = new Date("2026-11-01T10:00:00Z");
export const now = new Date("2026-11-24T12:00:00Z");

/** A line as a story names it: `shirt(2, "40.00")` are two shirts for forty together. */
export function line(
  title: string,
  quantity: number,
  paid: string,
  more: LineParts = {},
): (currency: string) => OrderLine {
  return (currency) => ({
    id: `gid://shopify/LineItem/${title}`,
    title,
    variantTitle: null,
    sku: null,
    imageUrl: null,
    quantity,
    unitPrice: zero(currency),
    paid: fromDecimal(paid, currency),
    tax: fromDecimal(more.tax ?? "0", currency),
    taxes: [fromDecimal(more.tax ?? "0", currency)],
    goneQuantity: more.gone ?? 0,
    refundedQuantity: more.gone ?? 0,
    returnable: [
      {
        fulfillmentLineItemId: `gid://shopify/FulfillmentLineItem/${title}`,
        quantity: quantity - (more.gone ?? 0),
        fulfilledAt: new Date("2026-11-02T10:00:00Z"),
        deliveredAt: new Date("2026-11-05T10:00:00Z"),
      },
    ],
    product: {
      id: `gid://shopify/Product/${title}`,
      type: "",
      vendor: "",
      tags: more.tags ?? [],
      collectionIds: more.collections ?? [],
    },
    requiresShipping: true,
    giftCard: false,
    ...more.line,
  });
}

export interface LineParts {
  readonly tax?: string;
  readonly gone?: number;
  readonly tags?: string[];
  readonly collections?: string[];
  readonly line?: Partial<OrderLine>;
}

/** An order of these lines, paid by card in full and refundable in full, unless the story says otherwise. */
export function order(
  currency: string,
  lines: readonly ((currency: string) => OrderLine)[],
  more: Partial<Order> = {},
): Order {
  const made = lines.map((one) => one(currency));
  const taxesIncluded = more.taxesIncluded ?? false;
  const shipping = more.shipping ?? { paid: zero(currency), tax: zero(currency), refunded: zero(currency) };
  const taxes = taxesIncluded ? [] : [...made.map(({ tax }) => tax), shipping.tax];
  const paid = [...made.map((one) => one.paid), ...taxes, shipping.paid, more.duties ?? zero(currency)];
  const total: Money = { minor: paid.reduce((sum, { minor }) => sum + minor, 0n), currency };
  return {
    id: "gid://shopify/Order/1001",
    name: "#1001",
    createdAt: boughtAt,
    cancelledAt: null,
    test: false,
    email: "ada@example.com",
    phone: null,
    customer: {
      id: "gid://shopify/Customer/1",
      firstName: "Ada",
      lastName: "Byron",
      email: "ada@example.com",
      locale: "en",
      tags: [],
      numberOfOrders: 1,
    },
    businessToBusiness: false,
    currency,
    shopCurrency: currency,
    taxesIncluded,
    lines: made,
    shipping,
    duties: zero(currency),
    dutiesRefunded: zero(currency),
    payments: [
      {
        transactionId: "gid://shopify/OrderTransaction/1",
        kind: "card",
        gateway: "shopify_payments",
        amount: total,
        refunded: zero(currency),
      },
    ],
    refundable: total,
    refunded: zero(currency),
    tags: [],
    countryCode: "US",
    shippingPostcode: null,
    refundIds: [],
    ...more,
  };
}

/** The default policy with some of its rules changed. */
export function rules(currency: string, change: Partial<Policy> = {}): Policy {
  return { ...defaultPolicy(currency), ...change };
}

/** Store credit as the default has it, with some of it changed. */
export function credit(change: Partial<Policy["storeCredit"]>): Pick<Policy, "storeCredit"> {
  return { storeCredit: { ...defaultPolicy("USD").storeCredit, ...change } };
}

/** What a story asks to have quoted: units by the title of their line, `{ shirt: 2 }`. */
export function selected(
  from: Order,
  units: Readonly<Record<string, number>>,
  more: Partial<QuoteInput> = {},
): QuoteInput {
  return {
    order: from,
    selection: Object.entries(units).map(([title, quantity]) => ({
      lineItemId: `gid://shopify/LineItem/${title}`,
      quantity,
    })),
    resolution: "store_credit",
    policy: { version: 1, policy: defaultPolicy(from.currency) },
    customer: strangerFacts(from.currency),
    at: now,
    ...more,
  };
}

export function quoted(
  from: Order,
  units: Readonly<Record<string, number>>,
  more: Partial<QuoteInput> = {},
): Quote {
  return quote(selected(from, units, more));
}
