"use client";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import type { CardProps } from "./card-props.ts";

/** What no bonus may pass, whichever rule gave it. The cap per return stands with the standing bonus. */
export function BonusLimitsCard({ typed, choices, wrong, change }: CardProps) {
  const { currency } = choices;
  return (
    <Card title="Bonus limits" aside="Empty is no limit">
      <div className="grid gap-6 sm:grid-cols-2">
        <AmountsFields
          group="perMonth"
          legend="Budget for a month"
          hint="All bonus of the shop, in its own calendar month."
          amounts={typed.perMonth}
          currency={currency}
          wrong={wrong}
          onChange={(perMonth) => change({ perMonth })}
        />
        <AmountsFields
          group="atLeast"
          legend="A bonus is at least"
          hint="Where there is a bonus at all."
          amounts={typed.atLeast}
          currency={currency}
          wrong={wrong}
          onChange={(atLeast) => change({ atLeast })}
        />
        <div className="grid gap-3">
          <AmountsFields
            group="perCustomer"
            legend="At most, for one customer"
            hint="Over all their returns in the days below."
            amounts={typed.perCustomer}
            currency={currency}
            wrong={wrong}
            onChange={(perCustomer) => change({ perCustomer })}
          />
          <Field id="customerDays" label="Within" error={wrong.customerDays}>
            <WithUnit after="days">
              <Input
                id="customerDays"
                inputMode="numeric"
                autoComplete="off"
                width="w-24"
                className="figures text-right"
                value={typed.customerDays}
                onChange={(event) => change({ customerDays: event.target.value })}
                {...describedBy("customerDays", { error: wrong.customerDays })}
              />
            </WithUnit>
          </Field>
        </div>
        <Field
          id="shareOfBase"
          className="content-start"
          label="At most, of the refund"
          hint="50 keeps the bonus under half of what is refunded."
          error={wrong.shareOfBase}
        >
          <WithUnit after="%">
            <Input
              id="shareOfBase"
              inputMode="decimal"
              autoComplete="off"
              width="w-28"
              className="figures text-right"
              value={typed.shareOfBase}
              onChange={(event) => change({ shareOfBase: event.target.value })}
              {...describedBy("shareOfBase", { hint: true, error: wrong.shareOfBase })}
            />
          </WithUnit>
        </Field>
      </div>
    </Card>
  );
}
