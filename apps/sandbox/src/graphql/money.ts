import { printExact, printMinor } from "../money/amount.ts";
import { toShopMinor } from "../money/exchange.ts";
import type { Order } from "../orders/order.ts";

/** MoneyV2 */
export function money(minor: bigint, currency: string) {
  return { amount: printMinor(minor, currency), currencyCode: currency };
}

type Currencies = Pick<Order, "currency" | "presentmentCurrency" | "rate">;

/** MoneyBag of presentment minor units; the shop's side follows from the order's rate. */
export function bag(order: Currencies, minor: bigint) {
  const shop = toShopMinor(minor, order.presentmentCurrency, order.currency, order.rate);
  return {
    shopMoney: money(shop, order.currency),
    presentmentMoney: money(minor, order.presentmentCurrency),
  };
}

/** The deprecated `Money` scalar: shop currency, with all its decimals (recorded: `"25.00"`). */
export function scalar(order: Currencies, minor: bigint): string {
  return printExact(
    toShopMinor(minor, order.presentmentCurrency, order.currency, order.rate),
    order.currency,
  );
}
