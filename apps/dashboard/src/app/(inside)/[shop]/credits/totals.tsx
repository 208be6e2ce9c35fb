import { type CreditFilter, type MemberContext, sumCredits } from "@kept/domain";
import type { Money } from "@kept/money";
import { Amount } from "../../../../ui/amount.tsx";

/** What the credits below come to, one row a currency; nothing is converted. */
export async function Totals({ ctx, filter }: { ctx: MemberContext; filter: CreditFilter }) {
  const totals = await sumCredits(ctx, filter);
  if (totals.length === 0) return null;
  return (
    <div className="mb-4 grid gap-px overflow-hidden rounded-xl border border-line bg-line">
      {totals.map((each) => (
        <dl
          key={each.currency}
          aria-label={`Totals in ${each.currency}`}
          className="flex flex-wrap bg-surface py-1.5 *:grow *:basis-2/5 *:px-4 *:py-1.5 sm:*:basis-1/4 sm:*:px-5 lg:*:basis-[12%]"
        >
          <div>
            <dt className="text-sm text-ink-2">Credits, {each.currency}</dt>
            <dd className="figures text-lg">{each.count.toLocaleString("en-US")}</dd>
          </div>
          <Sum name="Refunds" of={each.base} />
          <Sum name="Bonuses" of={each.bonus} />
          <Sum name="Spent" of={each.spent} />
          <Sum name="Expired" of={each.expired} />
          <Sum name="Taken back" of={each.takenBack} />
          <Sum name="Left" of={each.left} className="text-accent-ink" />
        </dl>
      ))}
    </div>
  );
}

export function TotalsComing() {
  return (
    <div className="mb-4 h-17 animate-pulse rounded-xl border border-line bg-surface" aria-hidden="true" />
  );
}

function Sum({ name, of, className }: { name: string; of: Money; className?: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="text-lg tracking-tight">
        <Amount of={of} {...(className && { className })} />
      </dd>
    </div>
  );
}
