"use client";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { NumberField } from "../rules/number-field.tsx";
import { ProductsFields } from "../rules/products-fields.tsx";
import type { CardProps } from "./card-props.ts";
import { DaysField } from "./days-field.tsx";
import { freshWindow, type TypedPolicy, type TypedProductWindow } from "./policy-form.ts";

/** How long things can be sent back, for all products and for some. */
export function WindowCard({ typed, wrong, change }: CardProps) {
  const { window } = typed;
  const put = (part: Partial<TypedPolicy["window"]>) => change({ window: { ...window, ...part } });
  return (
    <Card title="Return window" aside="Days end at midnight UTC, so nobody is turned away at noon">
      <div className="grid gap-5 sm:grid-cols-2">
        <DaysField
          id="window.days"
          label="Items can come back for"
          typed={window}
          error={wrong["window.days"]}
          onChange={put}
        />
        <Field id="window.from" label="Counted from">
          <Select
            id="window.from"
            value={window.from}
            onChange={(event) => put({ from: event.target.value as typeof window.from })}
          >
            <option value="delivery">The delivery</option>
            <option value="fulfillment">The day it was sent</option>
            <option value="order">The order</option>
          </Select>
        </Field>
        {window.from === "delivery" && (
          <NumberField
            id="window.buffer"
            label="Where no delivery is known, add"
            hint="Counted from the day it was sent, so that the parcel has time for its way."
            unit="days"
            value={window.buffer}
            error={wrong["window.buffer"]}
            onChange={(buffer) => put({ buffer })}
          />
        )}
      </div>
      <ProductWindows typed={typed} wrong={wrong} change={change} />
    </Card>
  );
}

function ProductWindows({ typed, wrong, change }: Omit<CardProps, "choices">) {
  const windows = typed.productWindows;
  const put = (index: number, part: Partial<TypedProductWindow>) =>
    change({ productWindows: windows.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <div className="mt-6 grid gap-4 border-t border-line pt-5">
      <div>
        <h3 className="text-sm font-medium">Products with a window of their own</h3>
        <p className="text-sm text-ink-2">The first one that names a product decides for it.</p>
      </div>
      {windows.map((each, index) => (
        <div key={each.id} className="grid gap-4 rounded-xl border border-line p-4">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <DaysField
              id={`productWindows.${index}.days`}
              label={`Window ${index + 1}`}
              typed={each}
              error={wrong[`productWindows.${index}.days`]}
              onChange={(days) => put(index, days)}
            />
            <Button
              look="quiet"
              size="small"
              onClick={() => change({ productWindows: windows.filter((_, at) => at !== index) })}
            >
              Remove<span className="sr-only"> window {index + 1}</span>
            </Button>
          </div>
          <ProductsFields
            at={`productWindows.${index}.products`}
            typed={each.products}
            wrong={wrong}
            onChange={(products) => put(index, { products })}
          />
        </div>
      ))}
      <div>
        <Button
          onClick={() =>
            change({ productWindows: [...windows, { ...freshWindow, id: crypto.randomUUID() }] })
          }
        >
          Add a window for some products
        </Button>
      </div>
    </div>
  );
}
