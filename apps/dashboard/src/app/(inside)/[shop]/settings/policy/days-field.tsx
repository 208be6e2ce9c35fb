"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";
import type { TypedDays } from "./policy-form.ts";

interface Props {
  id: string;
  label: string;
  typed: TypedDays;
  error: string | undefined;
  onChange(part: TypedDays): void;
}

/** So many days, or no end at all. */
export function DaysField({ id, label, typed, error, onChange }: Props) {
  return (
    <Field id={id} label={label} error={error}>
      <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <WithUnit after="days">
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            width="w-24"
            className="figures text-right"
            disabled={typed.forever}
            value={typed.days}
            onChange={(event) => onChange({ ...typed, days: event.target.value })}
            {...describedBy(id, { error })}
          />
        </WithUnit>
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={typed.forever}
            onChange={(event) => onChange({ ...typed, forever: event.target.checked })}
          />
          No end
        </label>
      </span>
    </Field>
  );
}
