"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";

interface Props {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

export function PercentField({ id, label, value, error, onChange }: Props) {
  return (
    <Field id={id} label={label} error={error}>
      <WithUnit after="%">
        <Input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          width="w-28"
          className="figures text-right"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...describedBy(id, { error })}
        />
      </WithUnit>
    </Field>
  );
}
