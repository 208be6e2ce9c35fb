"use client";
import { Card } from "../../../../../ui/card.tsx";
import { RuleList } from "../rules/rule-list.tsx";
import { freshBonus } from "../rules/typed-bonus.ts";
import type { TypedBonusRule } from "./automation-form.ts";
import { BonusRuleFields } from "./bonus-rule-fields.tsx";
import type { CardProps } from "./card-props.ts";

/** A bonus for some returns in place of the standing one. */
export function BonusRulesCard({ typed, choices, wrong, change }: CardProps) {
  return (
    <Card title="Bonus rules" aside="The first that applies to an item wins">
      <RuleList<TypedBonusRule>
        at="bonusRules"
        rules={typed.bonusRules}
        choices={choices}
        wrong={wrong}
        empty="No rules yet. Every return gets the standing bonus of Settings › Resolutions."
        add="Add a bonus rule"
        fresh={freshBonus(choices.currency)}
        onChange={(bonusRules) => change({ bonusRules })}
        then={(rule, index, put) => (
          <BonusRuleFields
            at={`bonusRules.${index}`}
            rule={rule}
            currency={choices.currency}
            wrong={wrong}
            onChange={put}
          />
        )}
      />
    </Card>
  );
}
