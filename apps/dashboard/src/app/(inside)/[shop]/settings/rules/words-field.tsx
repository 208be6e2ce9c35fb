"use client";
import type { ReactNode } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";

interface Props {
  id: string;
  label: ReactNode;
  value: string;
  hint?: string;
  placeholder?: string;
  error?: string | undefined;
  onChange(value: string): void;
}

/** Several words in one field, with commas between. */
export function WordsField({ id, label, value, hint, placeholder, error, onChange }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Input
        id={id}
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(id, { hint, error })}
      />
    </Field>
  );
}
