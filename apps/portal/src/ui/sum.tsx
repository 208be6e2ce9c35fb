import { explain, explainTotals, type Quote } from "@kept/domain";
import type { ReactNode } from "react";
import type { Visit } from "../server/visit.ts";

/**
 * The quote line by line, the same rows the merchant sees, in the order one adds them up: what makes the refund, the
 * refund, what makes the bonus, the total. Rows that are contained in others are set apart and not summed.
 */
export function Sum({ visit, quote }: { visit: Visit; quote: Quote }) {
  const rows = explain(quote, visit.locale);
  const totals = explainTotals(quote, visit.locale);
  const [base, total] = ["base", "total"].map((key) => totals.find((one) => one.key === key));
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 text-brand-text underline underline-offset-4">
        {visit.say("refund.how")}
      </summary>
      <dl className="grid grid-cols-1 gap-1.5 pt-1 pb-2 figures">
        {rows
          .filter((row) => row.group !== "bonus")
          .map((row) => (
            <Line key={row.key} text={row.text} look={row.included ? "ps-4 text-soft" : ""}>
              {row.included ? `(${row.amount})` : row.amount}
            </Line>
          ))}
        {base && (
          <Line text={base.text} look="border-t border-line pt-1.5">
            {base.amount}
          </Line>
        )}
        {rows
          .filter((row) => row.group === "bonus")
          .map((row) => (
            <Line key={row.key} text={row.text} look="">
              {row.amount}
            </Line>
          ))}
        {total && (
          <Line text={total.text} look="border-t border-line pt-1.5 font-semibold">
            {total.amount}
          </Line>
        )}
      </dl>
    </details>
  );
}

function Line({ text, look, children }: { text: string; look: string; children: ReactNode }) {
  return (
    <div className={`flex flex-wrap justify-between gap-x-4 ${look}`}>
      <dt className="min-w-0 flex-1 basis-32">{text}</dt>
      <dd className="ms-auto text-end">{children}</dd>
    </div>
  );
}
