import type { Quote } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../server/visit.ts";

/** What comes back, in large, and what it is made of. */
export function RefundWords({ visit, quote }: { visit: Visit; quote: Quote }) {
  const { say, amount } = visit;
  const { base, bonus, total } = quote.totals;
  const credit = quote.resolution === "store_credit";
  return (
    <>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold text-3xl tracking-tight figures">{amount(total)}</span>
        <span>{say(credit ? "refund.credit" : "refund.original")}</span>
      </p>
      {credit && !isZero(bonus) && (
        <p className="mt-1 text-brand-text figures">
          {say("refund.split", { base: amount(base), bonus: amount(bonus) })}
        </p>
      )}
    </>
  );
}
