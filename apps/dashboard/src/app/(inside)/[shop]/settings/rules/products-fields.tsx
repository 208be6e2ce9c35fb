"use client";
import { FieldError } from "../../../../../ui/field.tsx";
import type { TypedProducts } from "./products-form.ts";
import { WordsField } from "./words-field.tsx";

interface Props {
  /** What the fields are called by: `finalSale` has finalSale.tags. */
  at: string;
  typed: TypedProducts;
  wrong: Readonly<Record<string, string>>;
  onChange(typed: TypedProducts): void;
}

const fields = [
  { name: "tags", label: "Product tags", placeholder: "final-sale, clearance" },
  { name: "types", label: "Product types", placeholder: "Underwear" },
  { name: "vendors", label: "Vendors", placeholder: "Bloom" },
  { name: "collectionIds", label: "Collections (their numbers)", placeholder: "4821, 4822" },
  { name: "productIds", label: "Products (their numbers)", placeholder: "70017" },
] as const;

/** Which products: one hit in any field is enough. */
export function ProductsFields({ at, typed, wrong, onChange }: Props) {
  return (
    <div>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, placeholder }) => (
          <WordsField
            key={name}
            id={`${at}.${name}`}
            label={label}
            placeholder={placeholder}
            value={typed[name]}
            error={wrong[`${at}.${name}`]}
            onChange={(value) => onChange({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <div className="mt-2">
        <FieldError id={at} error={wrong[at]} />
      </div>
    </div>
  );
}
