import type { Quote } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";

/** A quote's totals in words, as they go to the browser. */
export interface Worth {
  readonly total: string;
  readonly base: string;
  readonly bonus: string | null;
}

export function worthOf({ totals }: Pick<Quote, "totals">): Worth {
  const { base, bonus, total } = totals;
  return { total: written(total), base: written(base), bonus: bonus.minor > 0n ? written(bonus) : null };
}

/** The amount in large, and what it is made of. */
export function WorthWords({ worth, resolution }: { worth: Worth | null; resolution: string }) {
  return (
    <div aria-live="polite">
      <p className="text-sm text-ink-2">{resolution}</p>
      <p className="figures mt-0.5 text-2xl tracking-tight">{worth?.total ?? "Nothing"}</p>
      <p className="figures text-sm text-ink-2">
        {worth?.bonus && (
          <>
            {worth.base} refund + <span className="text-accent-ink">{worth.bonus} bonus</span>
          </>
        )}
        {!worth && "Accept at least one unit, or decline the return."}
      </p>
    </div>
  );
}
