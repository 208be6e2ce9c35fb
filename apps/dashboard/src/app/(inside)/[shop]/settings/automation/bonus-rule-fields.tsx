"use client";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { BonusAmounts } from "../rules/bonus-amounts.tsx";
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
          <option value="tiers">In tiers: more for larger returns</option>
          <option value="none">No bonus</option>
        </Select>
      </Field>
      <BonusAmounts
        at={`${at}.`}
        bonus={rule}
        currency={currency}
        words={{ percent: "Percent", fixed: "Amount" }}
        wrong={wrong}
        onChange={onChange}
      />
    </div>
  );
}
