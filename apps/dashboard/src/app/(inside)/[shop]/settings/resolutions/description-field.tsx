"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Textarea } from "../../../../../ui/input.tsx";

const most = 500;

interface Props {
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

export function DescriptionField({ value, error, onChange }: Props) {
  return (
    <Field
      id="description"
      className="mt-5 border-t border-line pt-5"
      label="Description (optional)"
      hint={
        <span className="flex justify-between gap-4">
          Customers read this on the store-credit card.
          <span className="figures whitespace-nowrap">
            {value.length} / {most}
          </span>
        </span>
      }
      error={error}
    >
      <Textarea
        id="description"
        value={value}
        rows={3}
        placeholder="Spend it on anything in the shop, whenever you like."
        onChange={(event) => onChange(event.target.value)}
        {...describedBy("description", { hint: true, error })}
      />
    </Field>
  );
}
