"use client";
import { Card } from "../../../../../ui/card.tsx";
import { AmountsFields } from "../rules/amounts-fields.tsx";
import { NumberField } from "../rules/number-field.tsx";
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
          <NumberField
            id="customerDays"
            label="Within"
            unit="days"
            value={typed.customerDays}
            error={wrong.customerDays}
            onChange={(customerDays) => change({ customerDays })}
          />
        </div>
        <NumberField
          id="shareOfBase"
          label="At most, of the refund"
          hint="50 keeps the bonus under half of what is refunded."
          unit="%"
          value={typed.shareOfBase}
          error={wrong.shareOfBase}
          onChange={(shareOfBase) => change({ shareOfBase })}
        />
      </div>
    </Card>
  );
}
