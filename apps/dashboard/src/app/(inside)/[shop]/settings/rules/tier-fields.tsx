"use client";
import { Button } from "../../../../../ui/button.tsx";
import { FieldError } from "../../../../../ui/field.tsx";
import { AmountsFields } from "./amounts-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { freshTier, type TypedTier } from "./typed-bonus.ts";

interface Props {
  /** What the tiers are called by: `tiers` has tiers.0.percent. */
  at: string;
  tiers: readonly TypedTier[];
  currency: string;
  wrong: Readonly<Record<string, string>>;
  onChange(tiers: readonly TypedTier[]): void;
}

/** Tiers in rising order; the highest one a return reaches is the one that is given. */
export function TierFields({ at, tiers, currency, wrong, onChange }: Props) {
  const put = (index: number, part: Partial<TypedTier>) =>
    onChange(tiers.map((tier, each) => (each === index ? { ...tier, ...part } : tier)));
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {tiers.map((tier, index) => {
          const here = `${at}.${index}`;
          return (
            <li key={index}>
              <fieldset className="rounded-xl border border-line p-4">
                <legend className="sr-only">Tier {index + 1}</legend>
                <div className="flex items-center justify-between">
                  <span className="text-sm font-medium" aria-hidden="true">
                    Tier {index + 1}
                  </span>
                  {tiers.length > 1 && (
                    <Button
                      size="small"
                      look="quiet"
                      onClick={() => onChange(tiers.filter((_, each) => each !== index))}
                    >
                      Remove<span className="sr-only"> tier {index + 1}</span>
                    </Button>
                  )}
                </div>
                <div className="mt-2 flex flex-wrap items-start gap-x-8 gap-y-4">
                  <div>
                    <AmountsFields
                      group={`${here}.from`}
                      legend="From"
                      amounts={tier.from}
                      currency={currency}
                      wrong={wrong}
                      onChange={(from) => put(index, { from })}
                    />
                    <FieldError id={`${here}.from`} error={wrong[`${here}.from`]} />
                  </div>
                  <NumberField
                    id={`${here}.percent`}
                    label="Percent (optional)"
                    unit="%"
                    value={tier.percent}
                    error={wrong[`${here}.percent`]}
                    onChange={(percent) => put(index, { percent })}
                  />
                  <AmountsFields
                    group={`${here}.fixed`}
                    legend="And besides (optional)"
                    amounts={tier.fixed}
                    currency={currency}
                    wrong={wrong}
                    onChange={(fixed) => put(index, { fixed })}
                  />
                </div>
                <div className="mt-2">
                  <FieldError id={here} error={wrong[here]} />
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <FieldError id={at} error={wrong[at]} />
      {tiers.length < 10 && (
        <div>
          <Button size="small" onClick={() => onChange([...tiers, freshTier(currency)])}>
            Add a tier
          </Button>
        </div>
      )}
    </div>
  );
}
