"use client";
import { Field, FieldError } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { AmountsFields } from "./amounts-fields.tsx";
import { NumberField } from "./number-field.tsx";
import { TierFields } from "./tier-fields.tsx";
import type { TypedBonus } from "./typed-bonus.ts";

interface Props {
  /** What the fields are called by: empty, or ending in a dot. */
  at: string;
  bonus: TypedBonus;
  currency: string;
  words: { readonly percent: string; readonly fixed: string };
  wrong: Readonly<Record<string, string>>;
  onChange(part: Partial<TypedBonus>): void;
}

/** How much a bonus of the chosen kind is. */
export function BonusAmounts({ at, bonus, currency, words, wrong, onChange }: Props) {
  const { kind } = bonus;
  const hasPercent = kind === "percent" || kind === "both";
  const hasFixed = kind === "fixed" || kind === "both";
  const counted = (
    <Field id={`${at}of`} label="Counted on">
      <Select
        id={`${at}of`}
        value={bonus.of}
        onChange={(event) => onChange({ of: event.target.value as TypedBonus["of"] })}
      >
        <option value="items">The subtotal: items after discounts, before tax</option>
        <option value="items_with_tax">Items after discounts, with tax</option>
        <option value="after_fees">The whole refund, after fees</option>
      </Select>
    </Field>
  );
  const often = (
    <Field id={`${at}per`} label="The fixed amount is given">
      <Select
        id={`${at}per`}
        className="max-w-72"
        value={bonus.per}
        onChange={(event) => onChange({ per: event.target.value as TypedBonus["per"] })}
      >
        <option value="return">For every return</option>
        <option value="order">Once for an order, however often it is split</option>
      </Select>
    </Field>
  );
  return (
    <div className="grid gap-5">
      {hasPercent && (
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberField
            id={`${at}percent`}
            label={words.percent}
            unit="%"
            value={bonus.percent}
            error={wrong[`${at}percent`]}
            onChange={(percent) => onChange({ percent })}
          />
          {counted}
        </div>
      )}
      {hasFixed && (
        <div>
          <AmountsFields
            group={`${at}fixed`}
            legend={words.fixed}
            hint="One amount per currency. Orders in other currencies get none of it."
            amounts={bonus.fixed}
            currency={currency}
            wrong={wrong}
            onChange={(fixed) => onChange({ fixed })}
          />
          <FieldError id={`${at}fixed`} error={wrong[`${at}fixed`]} />
        </div>
      )}
      {kind === "tiers" && (
        <>
          <TierFields
            at={`${at}tiers`}
            tiers={bonus.tiers}
            currency={currency}
            wrong={wrong}
            onChange={(tiers) => onChange({ tiers })}
          />
          {counted}
        </>
      )}
      {(hasFixed || kind === "tiers") && often}
    </div>
  );
}
