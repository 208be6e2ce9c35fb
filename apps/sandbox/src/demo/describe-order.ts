import type { OrderDescription } from "../description/shop.ts";
import { parseMinor, printExact } from "../money/amount.ts";
import { describeAddress } from "./describe-shop.ts";
import { percentOf, rateOf } from "./percent.ts";
import type { DiscountStory, LineStory, OrderStory, ShopStory } from "./story.ts";

/** An order of a story in full: percentages become amounts, and what usually happens is filled in. */
export function describeOrder(order: OrderStory, shop: ShopStory): OrderDescription {
  const currency = order.currency?.code ?? shop.currency;
  const tax = order.tax ?? shop.tax;
  const person = order.by ? shop.people[order.by] : undefined;
  const lines = order.lines.map((line) => describeLine(line, shop, currency));
  const goods = lines.reduce((sum, line) => sum + line.net, 0n);
  return {
    number: order.number,
    customer: order.by ?? null,
    email: person?.email ?? order.email ?? null,
    createdAt: `-${order.daysAgo}d`,
    locale: person?.locale ?? shop.locale,
    presentment: order.currency && { currency, rate: order.currency.rate },
    taxes: tax.percent === "0" ? [] : [{ title: tax.title, rate: rateOf(tax.percent) }],
    lines: lines.map((line) => line.described),
    discounts: order.code
      ? [{ title: order.code.title, code: order.code.title, amount: discount(order.code, goods, currency) }]
      : [],
    shipping: order.shipping
      ? {
          title: shop.shippingTitle,
          price: order.shipping,
          discount: order.freeShipping ? order.shipping : undefined,
        }
      : null,
    transactions: describePayments(order),
    fulfillments: describeParcels(order, shop),
    refunds: describeRefunds(order),
    cancelled: order.cancelled && { at: `-${order.cancelled.daysAgo}d`, reason: order.cancelled.reason },
    test: order.test,
    company: order.company ? { name: order.company, location: person?.address.city ?? "" } : undefined,
    shippingAddress: person && describeAddress(person, person.address),
    tags: [...(order.tags ?? [])],
    note: order.note ?? null,
  };
}

function describeLine([variant, quantity, unusual]: LineStory, shop: ShopStory, currency: string) {
  const product = shop.products.find(({ handle }) => handle === variant.split("/")[0]);
  if (!product) throw new Error(`${shop.handle} sells no ${variant}.`);
  const price = unusual?.price ?? product.price;
  const gross = parseMinor(price, currency) * BigInt(quantity);
  const off = unusual?.off && discount(unusual.off, gross, currency);
  return {
    net: gross - (off ? parseMinor(off, currency) : 0n),
    described: {
      variant,
      quantity,
      unitPrice: price,
      discount: unusual?.off && off ? { title: unusual.off.title, amount: off } : undefined,
    },
  };
}

function discount(story: DiscountStory, on: bigint, currency: string): string {
  return "amount" in story ? story.amount : printExact(percentOf(on, story.percent), currency);
}

function describePayments(order: OrderStory): OrderDescription["transactions"] {
  if (order.free) return [];
  const at = `-${order.daysAgo}d`;
  return [
    ...(order.giftCard ? [{ gateway: "gift_card", amount: order.giftCard, at }] : []),
    ...(order.storeCredit ? [{ gateway: "shopify_store_credit", amount: order.storeCredit, at }] : []),
    { gateway: "shopify_payments", amount: "rest", at },
  ];
}

function describeParcels(order: OrderStory, shop: ShopStory): OrderDescription["fulfillments"] {
  const sent = order.sent ?? Math.max(order.daysAgo - 1, 0);
  if (sent === false) return [];
  const parcels = typeof sent === "number" ? [{ daysAgo: sent, lines: undefined }] : sent;
  return parcels.map(({ daysAgo, lines }, place) => {
    const arrived = order.arrived ?? daysAgo - 3;
    return {
      at: `-${daysAgo}d`,
      deliveredAt: arrived >= 0 ? `-${arrived}d` : null,
      trackingCompany: shop.carrier,
      trackingNumber: `${shop.handle.slice(0, 2).toUpperCase()}${order.number}${place + 1}`,
      lines: lines?.map((line) => ({ line, quantity: order.lines[line]?.[1] ?? 1 })),
    };
  });
}

function describeRefunds(order: OrderStory): OrderDescription["refunds"] {
  if (order.cancelled) {
    return [
      {
        at: `-${order.cancelled.daysAgo}d`,
        note: "Order cancelled",
        lines: order.lines.map(([, quantity], line) => ({ line, quantity, restockType: "CANCEL" as const })),
        shipping: order.shipping,
      },
    ];
  }
  return (order.refunds ?? []).map((refund) => ({
    at: `-${refund.daysAgo}d`,
    note: refund.note ?? null,
    lines: refund.lines.map(([line, quantity]) => ({ line, quantity, restockType: "RETURN" as const })),
    shipping: refund.shipping === "full" ? order.shipping : undefined,
  }));
}
