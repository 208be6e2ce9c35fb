"use client";
import { Card } from "../../../../../ui/card.tsx";
import { Field, FieldError } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import { NumberField } from "../rules/number-field.tsx";
import type { CardProps } from "./card-props.ts";
import type { TypedFees } from "./fees-form.ts";
import { WaiverFields } from "./waiver-fields.tsx";

/** A fee for the return as a whole. */
export function ReturnFeeCard({ typed, choices, wrong, change }: CardProps) {
  const fee = typed.returnFee;
  const put = (part: Partial<TypedFees["returnFee"]>) => change({ returnFee: { ...fee, ...part } });
  return (
    <Card title="Return fee" aside="For the return as a whole">
      <Field id="returnFee.kind" label="Fee">
        <Select
          id="returnFee.kind"
          className="max-w-72"
          value={fee.kind}
          onChange={(event) => put({ kind: event.target.value as typeof fee.kind })}
        >
          <option value="none">No return fee</option>
          <option value="fixed">A fixed amount</option>
          <option value="percent">A percentage of the items</option>
        </Select>
      </Field>
      {fee.kind === "percent" && (
        <div className="mt-5">
          <NumberField
            unit="%"
            id="returnFee.percent"
            label="Percent of the items"
            value={fee.percent}
            error={wrong["returnFee.percent"]}
            onChange={(percent) => put({ percent })}
          />
        </div>
      )}
      {fee.kind === "fixed" && (
        <div className="mt-5 grid gap-5">
          <div>
            <AmountsFields
              group="returnFee.amounts"
              legend="Amount"
              hint="One per currency. Orders in other currencies pay no fee."
              amounts={fee.amounts}
              currency={choices.currency}
              wrong={wrong}
              onChange={(amounts) => put({ amounts })}
            />
            <FieldError id="returnFee.amounts" error={wrong["returnFee.amounts"]} />
          </div>
          <Field id="returnFee.per" label="Charged">
            <Select
              id="returnFee.per"
              className="max-w-72"
              value={fee.per}
              onChange={(event) => put({ per: event.target.value as typeof fee.per })}
            >
              <option value="return">For every return</option>
              <option value="order">Once for an order</option>
            </Select>
          </Field>
        </div>
      )}
      {fee.kind !== "none" && <WaiverFields typed={fee} choices={choices} onChange={put} />}
    </Card>
  );
}
