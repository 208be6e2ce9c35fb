"use client";
import { Card } from "../../../../../ui/card.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import { BonusAmounts } from "../rules/bonus-amounts.tsx";
import { ExpiryFields } from "./expiry-fields.tsx";
import type { TypedOffer } from "./offer-form.ts";

interface Props {
  typed: TypedOffer;
  currency: string;
  wrong: Readonly<Record<string, string>>;
  change(part: Partial<TypedOffer>): void;
}

const kinds = [
  { kind: "none", label: "No bonus" },
  { kind: "percent", label: "Percent" },
  { kind: "fixed", label: "Fixed amount" },
  { kind: "both", label: "Both" },
  { kind: "tiers", label: "Tiers" },
] as const;

export function BonusFields({ typed, currency, wrong, change }: Props) {
  return (
    <Card title="Bonus" aside="An incentive on top of the refund; 0 is no bonus">
      <fieldset>
        <legend className="sr-only">Kind of bonus</legend>
        <div className="inline-flex flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5">
          {kinds.map(({ kind, label }) => (
            <label
              key={kind}
              className="grid h-8 cursor-pointer place-items-center rounded-md border border-transparent px-3 text-sm whitespace-nowrap text-ink-2 hover:text-ink has-checked:border-line-strong has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-ink touch:h-10"
            >
              <input
                type="radio"
                name="kind"
                className="sr-only"
                checked={typed.kind === kind}
                onChange={() => change({ kind })}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {typed.kind !== "none" && (
        <div className="mt-5">
          <BonusAmounts
            at=""
            bonus={typed}
            currency={currency}
            words={{ percent: "Bonus amount", fixed: "Bonus amount" }}
            wrong={wrong}
            onChange={change}
          />
        </div>
      )}
      {typed.kind !== "none" && (
        <>
          <div className="mt-5">
            <AmountsFields
              group="cap"
              legend="At most, per return (optional)"
              hint="However large the return, the bonus stops here."
              amounts={typed.cap}
              currency={currency}
              wrong={wrong}
              onChange={(cap) => change({ cap })}
            />
          </div>
          <ExpiryFields typed={typed} error={wrong.days} change={change} />
        </>
      )}
    </Card>
  );
}
