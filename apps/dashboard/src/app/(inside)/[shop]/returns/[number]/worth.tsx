/** What a quote comes to, as the browser shows it. */
export interface Worth {
  readonly total: string;
  readonly base: string;
  readonly bonus: string | null;
  /** The quote's fingerprint: goes back with the press, so that no other amount is given than was seen. */
  readonly seen: string;
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
