"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";
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
        <Field id="days" label="After" error={error} className="mt-3 ml-6.5">
          <WithUnit after="days">
            <Input
              id="days"
              inputMode="numeric"
              autoComplete="off"
              value={typed.days}
              onChange={(event) => change({ days: event.target.value })}
              width="w-24"
              className="figures text-right"
              {...describedBy("days", { error })}
            />
          </WithUnit>
        </Field>
      )}
    </div>
  );
}
