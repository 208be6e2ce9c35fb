"use client";
import { Card } from "../../../../../ui/card.tsx";
import { FieldError } from "../../../../../ui/field.tsx";
import { NumberField } from "../rules/number-field.tsx";
import { ProductsFields } from "../rules/products-fields.tsx";
import { SwitchRow } from "../rules/switch-row.tsx";
import type { CardProps } from "./card-props.ts";
import type { TypedFees } from "./fees-form.ts";
import { WaiverFields } from "./waiver-fields.tsx";

/** A percentage of each item, for all products or some. */
export function RestockingCard({ typed, choices, wrong, change }: CardProps) {
  const fee = typed.restocking;
  const put = (part: Partial<TypedFees["restocking"]>) => change({ restocking: { ...fee, ...part } });
  return (
    <Card>
      <SwitchRow
        label="Restocking fee"
        hint="A percentage of what each item cost."
        on={fee.on}
        onChange={(on) => put({ on })}
      />
      {fee.on && (
        <>
          <div className="mt-5 grid gap-5">
            <NumberField
              unit="%"
              id="restocking.percent"
              label="Percent of the item"
              value={fee.percent}
              error={wrong["restocking.percent"]}
              onChange={(percent) => put({ percent })}
            />
            <label className="flex items-center gap-2.5 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={fee.some}
                onChange={(event) => put({ some: event.target.checked })}
              />
              Only for some products
            </label>
            {fee.some && (
              <div>
                <ProductsFields
                  at="restocking.products"
                  typed={fee.products}
                  wrong={{ ...wrong, "restocking.products": "" }}
                  onChange={(products) => put({ products })}
                />
                <FieldError id="restocking.products" error={wrong["restocking.products"]} />
              </div>
            )}
          </div>
          <WaiverFields typed={fee} choices={choices} onChange={put} />
        </>
      )}
    </Card>
  );
}
