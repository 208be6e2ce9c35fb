"use client";
import { Card } from "../../../../../ui/card.tsx";
import { FieldError } from "../../../../../ui/field.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import { SwitchRow } from "../rules/switch-row.tsx";
import type { CardProps } from "./card-props.ts";
import type { TypedFees } from "./fees-form.ts";
import { WaiverFields } from "./waiver-fields.tsx";

/** What the way back costs. */
export function LabelCard({ typed, choices, wrong, change }: CardProps) {
  const fee = typed.label;
  const put = (part: Partial<TypedFees["label"]>) => change({ label: { ...fee, ...part } });
  return (
    <Card>
      <SwitchRow
        label="Return label"
        hint="What the way back costs, taken off the refund."
        on={fee.on}
        onChange={(on) => put({ on })}
      />
      {fee.on && (
        <>
          <div className="mt-5">
            <AmountsFields
              group="label.amounts"
              legend="Cost of a label"
              amounts={fee.amounts}
              currency={choices.currency}
              wrong={wrong}
              onChange={(amounts) => put({ amounts })}
            />
            <FieldError id="label.amounts" error={wrong["label.amounts"]} />
          </div>
          <WaiverFields typed={fee} choices={choices} onChange={put} />
        </>
      )}
    </Card>
  );
}
