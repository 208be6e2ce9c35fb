"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";

interface Props {
  id: string;
  label: string;
  hint?: string;
  unit: "%" | "days";
  value: string;
  error: string | undefined;
  className?: string;
  onChange(value: string): void;
}

/** A number as it is typed, with its unit beside it. */
export function NumberField({ id, label, hint, unit, value, error, className, onChange }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} {...(className && { className })}>
      <WithUnit after={unit}>
        <Input
          id={id}
          inputMode={unit === "days" ? "numeric" : "decimal"}
          autoComplete="off"
          width={unit === "days" ? "w-24" : "w-28"}
          className="figures text-right"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...describedBy(id, { hint, error })}
        />
      </WithUnit>
    </Field>
  );
}
