import { fingerprint, type Quote } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";
import type { Worth } from "./worth.tsx";

/** A quote's totals in words, as they go to the browser. */
export function worthOf(quote: Quote): Worth {
  const { base, bonus, total } = quote.totals;
  return {
    total: written(total),
    base: written(base),
    bonus: bonus.minor > 0n ? written(bonus) : null,
    seen: fingerprint(quote),
  };
}
