"use client";
import { describedBy, Field, FieldError } from "../../../../../ui/field.tsx";
import { Input, Select, WithUnit } from "../../../../../ui/input.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import type { TypedBonusRule } from "./automation-form.ts";

interface Props {
  at: string;
  rule: TypedBonusRule;
  currency: string;
  wrong: Readonly<Record<string, string>>;
  onChange(part: Partial<TypedBonusRule>): void;
}

/** What a bonus rule gives. */
export function BonusRuleFields({ at, rule, currency, wrong, onChange }: Props) {
  const hasPercent = rule.kind === "percent" || rule.kind === "both";
  const hasFixed = rule.kind === "fixed" || rule.kind === "both";
  return (
    <div className="grid gap-4">
      <Field id={`${at}.kind`} label="Then the bonus is">
        <Select
          id={`${at}.kind`}
          className="max-w-72"
          value={rule.kind}
          onChange={(event) => onChange({ kind: event.target.value as TypedBonusRule["kind"] })}
        >
          <option value="percent">A percentage</option>
          <option value="fixed">A fixed amount</option>
          <option value="both">A percentage and a fixed amount</option>
          <option value="none">No bonus</option>
          {rule.kind === "kept" && <option value="kept">In tiers, as it was set up</option>}
        </Select>
      </Field>
      {hasPercent && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id={`${at}.percent`} label="Percent" error={wrong[`${at}.percent`]}>
            <WithUnit after="%">
              <Input
                id={`${at}.percent`}
                inputMode="decimal"
                autoComplete="off"
                width="w-28"
                className="figures text-right"
                value={rule.percent}
                onChange={(event) => onChange({ percent: event.target.value })}
                {...describedBy(`${at}.percent`, { error: wrong[`${at}.percent`] })}
              />
            </WithUnit>
          </Field>
          <Field id={`${at}.of`} label="Counted on">
            <Select
              id={`${at}.of`}
              value={rule.of}
              onChange={(event) => onChange({ of: event.target.value as TypedBonusRule["of"] })}
            >
              <option value="items">Items after discounts, before tax</option>
              <option value="items_with_tax">Items after discounts, with tax</option>
              <option value="after_fees">The whole refund, after fees</option>
            </Select>
          </Field>
        </div>
      )}
      {hasFixed && (
        <div>
          <AmountsFields
            group={`${at}.fixed`}
            legend="Amount"
            amounts={rule.fixed}
            currency={currency}
            wrong={wrong}
            onChange={(fixed) => onChange({ fixed })}
          />
          <FieldError id={`${at}.fixed`} error={wrong[`${at}.fixed`]} />
        </div>
      )}
    </div>
  );
}
