"use client";
import { NumberField } from "../rules/number-field.tsx";
import type { TypedOffer } from "./offer-form.ts";

interface Props {
  typed: TypedOffer;
  error: string | undefined;
  change(part: Partial<TypedOffer>): void;
}

/** Only the bonus may expire; the refund itself is the customer's money. */
export function ExpiryFields({ typed, error, change }: Props) {
  return (
    <div className="mt-5 border-t border-line pt-5">
      <label className="flex items-start gap-2.5">
        <input
          type="checkbox"
          checked={typed.expires}
          onChange={(event) => change({ expires: event.target.checked, days: typed.days || "180" })}
          className="mt-1 size-4 accent-accent"
        />
        <span>
          <span className="text-sm font-medium">The bonus expires</span>
          <span className="block text-sm text-ink-2">
            The refund itself never does. Shopify spends what ends first, so the bonus goes first.
          </span>
        </span>
      </label>
      {typed.expires && (
        <NumberField
          id="days"
          label="After"
          unit="days"
          value={typed.days}
          error={error}
          className="mt-3 ml-6.5"
          onChange={(days) => change({ days })}
        />
      )}
    </div>
  );
}
