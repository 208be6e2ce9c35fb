"use client";
import { Card } from "../../../../../ui/card.tsx";
import type { Choices } from "../rules/choices.ts";
import { RulesForm } from "../versions/rules-form.tsx";
import { usePreview } from "../versions/use-preview.ts";
import { useSaving } from "../versions/use-saving.ts";
import { preview as quoteSample, save } from "./actions.ts";
import type { TypedFees } from "./fees-form.ts";
import { LabelCard } from "./label-card.tsx";
import type { Preview } from "./preview.ts";
import { RefundRuleField } from "./refund-rule-field.tsx";
import { RestockingCard } from "./restocking-card.tsx";
import { ReturnFeeCard } from "./return-fee-card.tsx";
import { SampleSums } from "./sample-sums.tsx";

interface Props {
  shop: string;
  version: number;
  saved: TypedFees;
  firstPreview: Preview;
  choices: Choices;
  mayChange: boolean;
}

/** What is taken off a refund, who need not pay it, and what comes back of shipping. Beside it, a sample order. */
export function FeesEditor({ shop, version, saved, firstPreview, choices, mayChange }: Props) {
  const saving = useSaving({
    saved,
    version,
    save: (typed: TypedFees) => save(shop, version, typed),
  });
  const { typed, change } = saving;
  const { preview, fields, stale } = usePreview<TypedFees, Preview>(typed, {
    first: firstPreview,
    ask: (next) => quoteSample(shop, next),
  });
  const wrong: Readonly<Record<string, string>> = { ...fields, ...saving.wrong };
  const card = { typed, change, choices, wrong };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <RulesForm saving={saving} legend="Fees" mayChange={mayChange} wrong={Object.keys(wrong).length}>
        <ReturnFeeCard {...card} />
        <RestockingCard {...card} />
        <LabelCard {...card} />
        <Card title="Shipping and duties" aside="What the customer had paid for the way there">
          <div className="grid gap-5 sm:grid-cols-2">
            <RefundRuleField
              id="shipping"
              label="Shipping comes back"
              value={typed.shipping}
              onChange={(shipping) => change({ shipping })}
            />
            <RefundRuleField
              id="duties"
              label="Duties come back"
              value={typed.duties}
              onChange={(duties) => change({ duties })}
            />
          </div>
        </Card>
      </RulesForm>
      <SampleSums preview={preview} stale={stale} />
    </div>
  );
}
