import type { Quote } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../server/visit.ts";
import { LargeAmount } from "./large-amount.tsx";

/** What comes back, in large, and what it is made of. */
export function RefundWords({ visit, quote }: { visit: Visit; quote: Quote }) {
  const { say, amount } = visit;
  const { base, bonus, total } = quote.totals;
  const credit = quote.resolution === "store_credit";
  return (
    <>
      <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
        <LargeAmount text={amount(total)} wide />
        <p>{say(credit ? "refund.credit" : "refund.original")}</p>
      </div>
      {credit && !isZero(bonus) && (
        <p className="mt-1 text-brand-text figures">
          {say("refund.split", { base: amount(base), bonus: amount(bonus) })}
        </p>
      )}
    </>
  );
}
