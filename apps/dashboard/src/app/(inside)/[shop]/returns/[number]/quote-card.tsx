import { explain, explainTotals, type Quote, type ReturnDetail } from "@kept/domain";
import type { ReactNode } from "react";
import { locale } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { day } from "../../../../../ui/when.tsx";

/** The frozen quote as a sum anyone can add up by hand: the very rows the customer saw. */
export function QuoteCard({ found, timeZone }: { found: ReturnDetail; timeZone: string }) {
  const { quote, quotesBefore } = found;
  return (
    <Card
      id="quote"
      title={
        found.status === "declined" || found.status === "cancelled"
          ? "What it would have come to"
          : "How the amount is made"
      }
      aside={`Policy version ${quote.policyVersion}, ${day(quote.at, timeZone)}`}
      flush
    >
      <Sum quote={quote} />
      {quotesBefore.length > 0 && (
        <details className="border-t border-line px-4 py-3 sm:px-5">
          <summary className="text-sm text-ink-2 hover:text-ink">
            {quotesBefore.length === 1
              ? "The sum before the decision"
              : `${quotesBefore.length} earlier sums`}{" "}
            ▾
          </summary>
          {quotesBefore.map((before) => (
            <div key={before.madeAt.toISOString()} className="mt-3 rounded-lg border border-line opacity-80">
              <Sum quote={before.quote} />
            </div>
          ))}
        </details>
      )}
    </Card>
  );
}

/** Row by row in the order one adds them up: what makes the refund, the refund, what makes the bonus, the total. */
export function Sum({ quote }: { quote: Quote }) {
  const rows = explain(quote, locale);
  const totals = explainTotals(quote, locale);
  const base = totals.find(({ key }) => key === "base");
  const total = totals.find(({ key }) => key === "total");
  return (
    <table className="block *:block">
      <caption className="sr-only">The sum, row by row</caption>
      <tbody>
        {rows
          .filter((row) => row.group !== "bonus")
          .map((row) => (
            <Line key={row.key} text={row.text} look={row.included ? "text-sm text-ink-3" : "text-ink-2"}>
              {row.included ? `(${row.amount})` : row.amount}
            </Line>
          ))}
        {base && (
          <Line text={base.text} look="border-t border-line">
            {base.amount}
          </Line>
        )}
        {rows
          .filter((row) => row.group === "bonus")
          .map((row) => (
            <Line key={row.key} text={row.text} look="text-accent-ink">
              {row.amount}
            </Line>
          ))}
      </tbody>
      {total && (
        <tfoot>
          <Line text={total.text} look="border-t border-line font-medium">
            <span className="text-lg">{total.amount}</span>
          </Line>
        </tfoot>
      )}
    </table>
  );
}

/** An amount too long to stand beside its words stands below them. */
function Line({ text, look, children }: { text: string; look: string; children: ReactNode }) {
  return (
    <tr className={classes("flex flex-wrap justify-between gap-x-3 px-4 py-2 sm:px-5", look)}>
      <th scope="row" className="min-w-0 flex-1 basis-36 text-left [font-weight:inherit] wrap-anywhere">
        {text}
      </th>
      <td className="figures ml-auto whitespace-nowrap">{children}</td>
    </tr>
  );
}
