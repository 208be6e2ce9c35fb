"use client";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { FieldError } from "../../../../../ui/field.tsx";
import type { CardProps } from "./card-props.ts";
import { ReasonFields } from "./reason-fields.tsx";
import type { TypedReason } from "./reasons-form.ts";

/** Why something comes back, in the sequence customers see. */
export function ReasonsCard({ typed, wrong, change }: CardProps) {
  const { reasons } = typed;
  const put = (index: number, part: Partial<TypedReason>) =>
    change({ reasons: reasons.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const move = (index: number, by: 1 | -1) => {
    const next = [...reasons];
    next.splice(index + by, 0, ...next.splice(index, 1));
    change({ reasons: next });
  };
  return (
    <Card title="Reasons" aside="English words; other languages stay as they are" flush>
      <ol>
        {reasons.map((reason, index) => (
          <li key={index} className="border-b border-line px-4 py-3 sm:px-5">
            <ReasonFields
              at={`reasons.${index}`}
              reason={reason}
              wrong={wrong}
              first={index === 0}
              last={index === reasons.length - 1}
              onChange={(part) => put(index, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => change({ reasons: reasons.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ol>
      <div className="px-4 py-4 sm:px-5">
        <Button
          onClick={() =>
            change({
              reasons: [...reasons, { key: "", label: "", photo: "never", note: "optional", subReasons: "" }],
            })
          }
        >
          Add a reason
        </Button>
        <FieldError id="reasons" error={wrong.reasons} />
      </div>
    </Card>
  );
}
