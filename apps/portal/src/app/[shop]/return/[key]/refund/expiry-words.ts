import type { Quote } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../../../../../server/visit.ts";

/** What of a credit ends and what never does. Days count from the issuing, so that waiting costs nobody anything. */
export function expiryWords({ say, amount }: Pick<Visit, "say" | "amount">, quote: Quote): string[] {
  const { baseAfterDays, bonusAfterDays } = quote.expiry;
  const { base, bonus } = quote.totals;
  const bonusEnds = bonusAfterDays !== null && !isZero(bonus);
  if (baseAfterDays === null && !bonusEnds) return [say("refund.neverExpires")];
  const baseSentence =
    baseAfterDays === null
      ? say("refund.baseNeverExpires", { base: amount(base) })
      : say("refund.baseDays", { days: baseAfterDays });
  if (!bonusEnds || bonusAfterDays === baseAfterDays) return [baseSentence];
  return [baseSentence, say("refund.bonusDays", { bonus: amount(bonus), days: bonusAfterDays })];
}
