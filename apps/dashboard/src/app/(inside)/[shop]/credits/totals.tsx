import type { listCredits } from "@kept/domain";
import type { ReactNode } from "react";
import { Amount } from "../../../../ui/amount.tsx";

type TotalsOf = Awaited<ReturnType<typeof listCredits>>["totals"];

/** What was confirmed in all, one row a currency; nothing is converted. */
export function Totals({ totals }: { totals: TotalsOf }) {
  return (
    <div className="mb-5 grid gap-px overflow-hidden rounded-xl border border-line bg-line">
      {totals.map(({ base, bonus, total }) => (
        <dl key={total.currency} className="grid grid-cols-3 bg-surface">
          <Total name={`Refunds, ${total.currency}`}>
            <Amount of={base} />
          </Total>
          <Total name="Bonuses">
            <Amount of={bonus} />
          </Total>
          <Total name="Confirmed in all">
            <Amount of={total} className="text-accent-ink" />
          </Total>
        </dl>
      ))}
    </div>
  );
}

function Total({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 px-4 py-3 sm:px-5">
      <dt className="truncate text-sm text-ink-2">{name}</dt>
      <dd className="mt-0.5 text-lg tracking-tight sm:text-xl">{children}</dd>
    </div>
  );
}
