import { type Money, sum } from "@kept/money";

/** What amounts come to, one sum a currency; nothing is converted. */
export function byCurrency(amounts: readonly Money[]): Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    sum(
      amounts.filter((amount) => amount.currency === currency),
      currency,
    ),
  );
}
