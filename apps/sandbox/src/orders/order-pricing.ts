import { divideHalfUp, parseMinor, scaled, split } from "../money/amount.ts";
import { toPresentmentMinor } from "../money/exchange.ts";
import type { OrderLine, ShippingLine } from "./order.ts";
import type { DiscountInput, MoneyBagInput, OrderInput } from "./order-input.ts";
import { discountedTotal } from "./totals.ts";

/** The two currencies an order is told in. */
export interface Pricing {
  currency: string;
  presentment: string;
  /** Presentment units for one shop unit, as the first line with both prices implies. */
  rate: string;
}

export function pricingOf(input: OrderInput, shopCurrency: string): Pricing {
  const currency = input.currency ?? shopCurrency;
  const presentment = input.presentmentCurrency ?? currency;
  return { currency, presentment, rate: rateOf(input, currency, presentment) };
}

/** Minor presentment units of a price; one told in shop money alone is exchanged. */
export function minorIn(set: MoneyBagInput | null | undefined, pricing: Pricing): bigint {
  const { currency, presentment, rate } = pricing;
  if (set?.presentmentMoney?.currencyCode === presentment)
    return parseMinor(set.presentmentMoney.amount, presentment);
  if (!set?.shopMoney) return 0n;
  if (set.shopMoney.currencyCode === presentment) return parseMinor(set.shopMoney.amount, presentment);
  return toPresentmentMinor(parseMinor(set.shopMoney.amount, currency), currency, presentment, rate);
}

/** One code takes off the goods, spread over the lines, or the shipping. */
export function applyDiscount(
  discount: DiscountInput | null | undefined,
  lines: readonly OrderLine[],
  shipping: readonly ShippingLine[],
  pricing: Pricing,
): void {
  const { itemFixedDiscountCode: fixed, itemPercentageDiscountCode: percent } = discount ?? {};
  if (discount?.freeShippingDiscountCode)
    for (const line of shipping) Object.assign(line, { discount: line.price });
  const weights = lines.map(discountedTotal);
  const goods = weights.reduce((all, weight) => all + weight, 0n);
  const off = fixed
    ? minorIn(fixed.amountSet, pricing)
    : divideHalfUp(goods * scaled(String(percent?.percentage ?? 0), 6), 100_000_000n);
  const code = fixed?.code ?? percent?.code;
  if (code === undefined || off <= 0n || goods <= 0n) return;
  const parts = off < goods ? split(off, weights) : weights;
  for (const [index, amount] of parts.entries())
    if (amount !== 0n) lines[index]?.discounts.push({ title: code, code, across: true, amount });
}

function rateOf(input: OrderInput, currency: string, presentment: string): string {
  const set = input.lineItems?.find(
    (line) => line.priceSet?.presentmentMoney && line.priceSet.shopMoney,
  )?.priceSet;
  if (currency === presentment || !set?.shopMoney || !set.presentmentMoney) return "1";
  const [shop, buyer] = [
    parseMinor(set.shopMoney.amount, "KWD"),
    parseMinor(set.presentmentMoney.amount, "KWD"),
  ];
  const exact = shop === 0n ? 10n ** 9n : (buyer * 10n ** 9n) / shop;
  return `${exact / 10n ** 9n}.${(exact % 10n ** 9n).toString().padStart(9, "0")}`;
}
