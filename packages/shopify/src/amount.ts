import { fromDecimal, type Money, toDecimal, zero } from "@kept/money";
import type { CurrencyCode } from "./generated/graphql.ts";

/** Money as Shopify writes it: a decimal without superfluous zeros ("2.0", "12.5") and its currency. */
export interface MoneyV2 {
  readonly amount: string;
  readonly currencyCode: string;
}

/** The same sum in the shop's own currency and in the one the customer saw. Kept only works with the latter. */
export interface MoneyBag {
  readonly presentmentMoney: MoneyV2;
}

/** Throws a RangeError when Shopify sends what is not an amount: better no page than a wrong sum. */
export function fromShopify(given: MoneyV2): Money {
  return fromDecimal(given.amount, given.currencyCode);
}

export function presented(bag: MoneyBag): Money {
  return fromShopify(bag.presentmentMoney);
}

/** What is not there costs nothing. */
export function presentedOrZero(bag: MoneyBag | null | undefined, currency: string): Money {
  return bag ? presented(bag) : zero(currency);
}

/** Written with exactly the decimals of the currency, as an input of a mutation. */
export function toShopify(amount: Money): { amount: string; currencyCode: CurrencyCode } {
  return { amount: toDecimal(amount), currencyCode: amount.currency as CurrencyCode };
}
