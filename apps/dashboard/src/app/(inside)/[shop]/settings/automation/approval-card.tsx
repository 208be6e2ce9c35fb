"use client";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Select } from "../../../../../ui/input.tsx";
import { RuleList } from "../rules/rule-list.tsx";
import type { TypedApprovalRule } from "./automation-form.ts";
import type { CardProps } from "./card-props.ts";

/** Who decides about a request: a rule, or a person. */
export function ApprovalCard({ typed, choices, wrong, change }: CardProps) {
  return (
    <Card title="Approving" aside="The first rule that applies decides">
      <RuleList<TypedApprovalRule>
        at="approvalRules"
        rules={typed.approvalRules}
        choices={choices}
        wrong={wrong}
        empty="No rules yet. Every request gets the answer below."
        add="Add an approval rule"
        fresh={{ act: "approve" }}
        onChange={(approvalRules) => change({ approvalRules })}
        then={(rule, index, put) => (
          <Field id={`approvalRules.${index}.act`} label="Then">
            <Select
              id={`approvalRules.${index}.act`}
              className="max-w-72"
              value={rule.act}
              onChange={(event) => put({ act: event.target.value as TypedApprovalRule["act"] })}
            >
              <option value="approve">Approve it at once</option>
              <option value="hold">Hold it for a person</option>
            </Select>
          </Field>
        )}
      />
      <div className="mt-5 border-t border-line pt-5">
        <Field
          id="otherwise"
          label="Every other request"
          hint="What Shopify would refund must agree to the cent; otherwise a person is asked whatever the rules say."
        >
          <Select
            id="otherwise"
            className="max-w-72"
            value={typed.otherwise}
            onChange={(event) => change({ otherwise: event.target.value as "approve" | "hold" })}
          >
            <option value="hold">Waits for a person</option>
            <option value="approve">Is approved at once</option>
          </Select>
        </Field>
      </div>
    </Card>
  );
}
