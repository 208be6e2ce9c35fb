"use client";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import type { TypedFees } from "./fees-form.ts";

interface Props {
  id: "shipping" | "duties";
  label: string;
  value: TypedFees["shipping"];
  onChange(value: TypedFees["shipping"]): void;
}

export function RefundRuleField({ id, label, value, onChange }: Props) {
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as TypedFees["shipping"])}
      >
        <option value="never">Never</option>
        <option value="proportional">In proportion to what is returned</option>
        <option value="when_everything_returned">In full, with the last item</option>
      </Select>
    </Field>
  );
}
