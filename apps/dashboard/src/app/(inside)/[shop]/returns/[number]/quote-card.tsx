import { explain, explainTotals, type Quote, type ReturnDetail } from "@kept/domain";
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
      title="How the amount is made"
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

export function Sum({ quote }: { quote: Quote }) {
  const rows = explain(quote, locale);
  const totals = explainTotals(quote, locale);
  return (
    <table className="w-full">
      <caption className="sr-only">The sum, row by row</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th
              scope="row"
              className={classes(
                "py-1.5 pl-4 text-left font-normal sm:pl-5",
                row.included ? "text-sm text-ink-3" : "text-ink-2",
                row.group === "bonus" && "text-accent-ink",
              )}
            >
              {row.text}
            </th>
            <td
              className={classes(
                "figures py-1.5 pr-4 text-right align-top whitespace-nowrap sm:pr-5",
                row.included && "text-sm text-ink-3",
                row.group === "bonus" && "text-accent-ink",
              )}
            >
              {row.included ? `(${row.amount})` : row.amount}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {totals.map((row, index) => (
          <tr key={row.key} className={index === 0 ? "border-t border-line" : ""}>
            <th
              scope="row"
              className={classes(
                "py-2 pl-4 text-left sm:pl-5",
                row.key === "total" ? "" : "font-normal text-ink-2",
              )}
            >
              {row.text}
            </th>
            <td
              className={classes(
                "figures py-2 pr-4 text-right whitespace-nowrap sm:pr-5",
                row.key === "total" ? "text-lg font-medium" : "text-ink-2",
              )}
            >
              {row.amount}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
