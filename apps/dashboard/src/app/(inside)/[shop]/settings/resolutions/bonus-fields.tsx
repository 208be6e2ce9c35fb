"use client";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import { NumberField } from "../rules/number-field.tsx";
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
] as const;

export function BonusFields({ typed, currency, wrong, change }: Props) {
  return (
    <Card title="Bonus" aside="An incentive on top of the refund; 0 is no bonus">
      <fieldset>
        <legend className="sr-only">Kind of bonus</legend>
        <div className="inline-grid grid-cols-3 gap-0.5 rounded-lg bg-sunken p-0.5">
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
      {typed.kind === "percent" && (
        <div className="mt-5 grid gap-5 sm:grid-cols-2">
          <NumberField
            id="percent"
            label="Bonus amount"
            unit="%"
            value={typed.percent}
            error={wrong.percent}
            onChange={(percent) => change({ percent })}
          />
          <Field id="of" label="Counted on">
            <Select
              id="of"
              value={typed.of}
              onChange={(event) => change({ of: event.target.value as TypedOffer["of"] })}
            >
              <option value="items">The subtotal: items after discounts, before tax</option>
              <option value="items_with_tax">Items after discounts, with tax</option>
              <option value="after_fees">The whole refund, after fees</option>
            </Select>
          </Field>
        </div>
      )}
      {typed.kind === "fixed" && (
        <div className="mt-5">
          <AmountsFields
            group="fixed"
            legend="Bonus amount"
            hint="One amount per currency. Orders in other currencies get no bonus."
            amounts={typed.fixed}
            currency={currency}
            wrong={wrong}
            onChange={(fixed) => change({ fixed })}
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
