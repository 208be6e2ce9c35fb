import { digitsOf, parseMinor } from "../../money/amount.ts";

/** What somebody typed as an amount, in minor units: "10", "10.50", "10,50". Nothing typed is nothing. */
export function amountIn(text: string | null, currency: string): bigint | undefined | "unreadable" {
  const typed = (text ?? "").trim().replace(",", ".");
  if (typed === "") return undefined;
  const decimals = digitsOf(currency);
  const shape = decimals > 0 ? new RegExp(`^\\d{1,12}(\\.\\d{1,${decimals}})?$`) : /^\d{1,12}$/;
  return shape.test(typed) ? parseMinor(typed, currency) : "unreadable";
}
