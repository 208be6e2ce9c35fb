"use client";
import { Card } from "../../../../../ui/card.tsx";
import { CheckList } from "../rules/check-list.tsx";
import type { CardProps } from "./card-props.ts";

const triggers = [
  { value: "by_hand", label: "By hand", hint: "Somebody presses Issue on each return." },
  { value: "on_approval", label: "On approval", hint: "As soon as the request is approved." },
  { value: "in_transit", label: "In transit", hint: "Once the carrier’s number is known." },
  { value: "on_delivery", label: "On delivery", hint: "Once the parcel was delivered to you." },
  { value: "on_receipt", label: "On receipt", hint: "Once somebody marks the parcel received." },
  { value: "after_inspection", label: "After inspection", hint: "Once somebody looked at the items." },
  {
    value: "at_once",
    label: "At once",
    hint: "Requests no rule holds are approved and paid as they are sent. For shops that trust.",
  },
] as const;

/** When a credit goes out by itself. Money back to the original payment is always sent by a person. */
export function TriggerCard({ typed, choices, change }: CardProps) {
  return (
    <Card title="Issuing the credit" aside="Money back to a card is always sent by hand">
      <fieldset>
        <legend className="text-sm font-medium">When store credit is issued</legend>
        <div className="mt-2 grid gap-2.5 sm:grid-cols-2">
          {triggers.map(({ value, label, hint }) => (
            <label
              key={value}
              className="flex items-start gap-2.5 rounded-lg border border-line p-3 has-checked:border-accent-line has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="trigger"
                className="mt-1 size-4 shrink-0 accent-accent"
                checked={typed.trigger === value}
                onChange={() => change({ trigger: value })}
              />
              <span>
                <span className="text-sm font-medium">{label}</span>
                <span className="block text-sm text-ink-2">{hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-5 border-t border-line pt-5">
        <CheckList
          legend="Customers keep the item, and nothing is waited for, when every item comes back for one of these reasons"
          options={choices.reasons.map(({ key, label }) => ({ value: key, label }))}
          chosen={typed.keepItemReasons}
          onChange={(keepItemReasons) => change({ keepItemReasons })}
        />
      </div>
    </Card>
  );
}
