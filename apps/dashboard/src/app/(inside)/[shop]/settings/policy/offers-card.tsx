"use client";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { RuleList } from "../rules/rule-list.tsx";
import { SwitchRow } from "../rules/switch-row.tsx";
import type { CardProps } from "./card-props.ts";
import type { TypedResolutionRule } from "./policy-form.ts";

/** What customers may choose, and when not. */
export function OffersCard({ typed, choices, wrong, change }: CardProps) {
  return (
    <Card title="What is offered" aside="Store credit itself is switched under Resolutions">
      <SwitchRow
        label="Refund to the original payment"
        hint="Customers can choose their money back, the way they paid."
        on={typed.money}
        onChange={(money) => change({ money })}
      />
      <div className="mt-5 border-t border-line pt-5">
        <RuleList<TypedResolutionRule>
          at="resolutionRules"
          rules={typed.resolutionRules}
          choices={choices}
          wrong={wrong}
          empty="No exceptions. What is switched on is offered for every return."
          add="Add an exception"
          fresh={{ without: "original_payment" }}
          onChange={(resolutionRules) => change({ resolutionRules })}
          then={(rule, index, put) => (
            <Field id={`resolutionRules.${index}.without`} label="Then this is not offered">
              <Select
                id={`resolutionRules.${index}.without`}
                className="max-w-72"
                value={rule.without}
                onChange={(event) => put({ without: event.target.value as TypedResolutionRule["without"] })}
              >
                <option value="original_payment">The original payment</option>
                <option value="store_credit">Store credit</option>
              </Select>
            </Field>
          )}
        />
      </div>
    </Card>
  );
}
