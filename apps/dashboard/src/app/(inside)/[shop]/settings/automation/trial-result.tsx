"use client";
import type { ReactNode } from "react";
import { classes } from "../../../../../ui/classes.ts";
import type { Trial } from "./trial.ts";

/** What the rules say to an order: item by item, offer by offer, and which rule won. */
export function TrialResult({ trial }: { trial: Trial }) {
  return (
    <div className="mt-5 grid gap-5 border-t border-line pt-5">
      <Part title={`Items of ${trial.order}`}>
        <ul className="grid gap-2">
          {trial.lines.map((line, index) => (
            <li key={index} className="text-sm">
              <span className="flex justify-between gap-3">
                <span className="min-w-0 truncate">{line.title}</span>
                <span
                  className={classes("figures shrink-0", line.good ? "text-accent-ink" : "text-person-ink")}
                >
                  {line.back}
                </span>
              </span>
              <span className="block text-ink-2">by {line.why}</span>
            </li>
          ))}
        </ul>
      </Part>
      {trial.request && (
        <Part title="The request">
          <p className="text-sm">
            <strong className="font-medium">
              {trial.request.act === "approve" ? "Approved at once." : "Waits for a person."}
            </strong>{" "}
            <span className="text-ink-2">{trial.request.why}</span>
          </p>
        </Part>
      )}
      {trial.offers.length > 0 && (
        <Part title="What is offered">
          <ul className="grid gap-1 text-sm">
            {trial.offers.map((offer) => (
              <li key={offer.name}>
                {offer.name}:{" "}
                <span className={offer.offered ? "text-accent-ink" : "text-ink-2"}>{offer.why}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {trial.totals.length > 0 && (
        <Part title="The sum">
          <dl className="grid gap-1 text-sm">
            {trial.rows.map((row) => (
              <Line key={row.text} text={row.text} amount={row.included ? `(${row.amount})` : row.amount} />
            ))}
          </dl>
          <dl className="mt-2 grid gap-1 border-t border-line pt-2 text-sm font-medium">
            {trial.totals.map((total) => (
              <Line key={total.text} text={total.text} amount={total.amount} />
            ))}
          </dl>
        </Part>
      )}
      {trial.decisions.length > 0 && (
        <Part title="Which bonus rule won">
          <ol className="grid gap-1 text-sm">
            {trial.decisions.map(({ outcome, text }) => (
              <li key={text} className={outcome === "won" ? "font-medium text-accent-ink" : "text-ink-2"}>
                {text}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {trial.request && (
        <Part title="When the credit goes out">
          <p className="text-sm text-ink-2">{trial.issued}</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-sm font-medium">{title}</h3>
      {children}
    </section>
  );
}

function Line({ text, amount }: { text: string; amount: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="min-w-0">{text}</dt>
      <dd className="figures shrink-0">{amount}</dd>
    </div>
  );
}
