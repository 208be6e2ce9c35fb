"use client";
import { classes } from "../../../../../ui/classes.ts";
import type { Preview } from "./preview.ts";

interface Props {
  preview: Preview;
  stale: boolean;
  brandColor: string | null;
}

/** The two cards of the portal for a sample order, as customers see them. */
export function PortalCards({ preview, stale, brandColor }: Props) {
  return (
    <aside aria-label="Preview" className="lg:sticky lg:top-8">
      <p className="mb-2 flex justify-between text-sm text-ink-2">
        What customers see
        <span className={stale ? "" : "invisible"}>Working it out…</span>
      </p>
      <div className="grid gap-3 rounded-xl border border-line bg-canvas p-4 text-ink">
        <p className="text-sm text-ink-2">A linen shirt for {preview.rows[0]?.amount}, and its tax</p>
        {preview.enabled ? (
          <CreditCard preview={preview} stale={stale} brandColor={brandColor} />
        ) : (
          <NotOffered />
        )}
        <section className="rounded-lg border border-line bg-surface p-4">
          <h3 className="text-base">Original payment</h3>
          <p className="figures mt-2 text-2xl tracking-tight">{preview.original}</p>
          <p className="mt-2 text-sm text-ink-2">
            Goes back to how you paid. Banks usually need 5 to 10 business days.
          </p>
        </section>
      </div>
    </aside>
  );
}

function CreditCard({ preview, stale, brandColor }: Props) {
  return (
    <section
      aria-live="polite"
      style={brandColor ? { borderColor: brandColor } : undefined}
      className={classes(
        "rounded-lg border-2 border-accent bg-surface p-4 transition-opacity",
        stale && "opacity-70",
      )}
    >
      <h3 className="text-base">Store credit</h3>
      <p className="figures mt-2 text-2xl tracking-tight">{preview.total}</p>
      <p className="figures text-sm text-accent-ink">
        {preview.bonus ? `${preview.base} refund + ${preview.bonus} bonus` : `${preview.base} refund`}
      </p>
      {preview.description && <p className="mt-3 break-words whitespace-pre-line">{preview.description}</p>}
      <p className="mt-3 text-sm text-ink-2">
        Ready to spend as soon as it is issued. No waiting for a bank.
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {preview.bonusDays === null
          ? "Never expires."
          : `${preview.base} never expires. The ${preview.bonus} bonus can be spent for ${preview.bonusDays} days after it is issued.`}
      </p>
      <details open className="mt-3">
        <summary className="text-sm underline underline-offset-4">How is this calculated?</summary>
        <dl className="figures mt-2 grid gap-1 text-sm">
          {preview.rows.map((row) => (
            <div key={row.key} className="flex justify-between gap-4 text-ink-2">
              <dt>{row.text}</dt>
              <dd className="shrink-0">{row.included ? `(${row.amount})` : row.amount}</dd>
            </div>
          ))}
          <div className="flex justify-between gap-4 border-t border-line pt-1">
            <dt>Total</dt>
            <dd>{preview.total}</dd>
          </div>
        </dl>
      </details>
    </section>
  );
}

function NotOffered() {
  return (
    <p className="rounded-lg border border-dashed border-line-strong p-4 text-sm text-ink-2">
      Store credit is switched off, so customers are only offered their money back.
    </p>
  );
}
