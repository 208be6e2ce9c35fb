"use client";
import { Card } from "../../../../../ui/card.tsx";
import { classes } from "../../../../../ui/classes.ts";
import type { Preview, Sum } from "./preview.ts";

/** The same return twice: for store credit, and for the money. */
export function SampleSums({ preview, stale }: { preview: Preview; stale: boolean }) {
  return (
    <Card title="A sample order" aside="Everything is sent back" className="lg:sticky lg:top-4">
      <div className={classes("grid gap-6 transition-opacity", stale && "opacity-60")} aria-live="polite">
        <OneSum title="Store credit" sum={preview.credit} />
        <OneSum title="Original payment" sum={preview.money} />
      </div>
    </Card>
  );
}

function OneSum({ title, sum }: { title: string; sum: Sum }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-medium">{title}</h3>
      <dl className="grid gap-1 text-sm">
        {sum.rows.map(({ key, text, amount, included }) => (
          <div key={key} className="flex justify-between gap-4">
            <dt className="min-w-0 text-ink-2">{text}</dt>
            <dd className="figures shrink-0">{included ? `(${amount})` : amount}</dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-4 border-t border-line pt-2 font-medium">
          <dt>Total</dt>
          <dd className="figures">{sum.total}</dd>
        </div>
      </dl>
    </section>
  );
}
