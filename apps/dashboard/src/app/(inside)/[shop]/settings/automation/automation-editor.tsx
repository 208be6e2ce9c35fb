"use client";
import { useState } from "react";
import type { Choices } from "../rules/choices.ts";
import { RulesForm } from "../versions/rules-form.tsx";
import { useSaving } from "../versions/use-saving.ts";
import { save } from "./actions.ts";
import { ApprovalCard } from "./approval-card.tsx";
import type { TypedAutomation } from "./automation-form.ts";
import { BonusLimitsCard } from "./bonus-limits-card.tsx";
import { BonusRulesCard } from "./bonus-rules-card.tsx";
import { TestBench } from "./test-bench.tsx";
import { TriggerCard } from "./trigger-card.tsx";

interface Props {
  shop: string;
  version: number;
  saved: TypedAutomation;
  choices: Choices;
  mayChange: boolean;
}

/** What happens without anybody pressing a button, and a bench to try it on an order before it is saved. */
export function AutomationEditor({ shop, version, saved, choices, mayChange }: Props) {
  const saving = useSaving({
    saved,
    version,
    save: (typed: TypedAutomation) => save(shop, version, typed),
  });
  const { typed } = saving;
  const [marked, setMarked] = useState<Readonly<Record<string, string>>>({});
  const wrong = { ...marked, ...saving.wrong };
  const change = (part: Partial<TypedAutomation>) => {
    saving.change(part);
    setMarked({});
  };
  const card = { typed, change, wrong, choices };
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <RulesForm saving={saving} legend="Automation" mayChange={mayChange} wrong={Object.keys(wrong).length}>
        <ApprovalCard {...card} />
        <TriggerCard {...card} />
        <BonusRulesCard {...card} />
        <BonusLimitsCard {...card} />
      </RulesForm>
      <TestBench shop={shop} typed={typed} reasons={choices.reasons} onWrong={setMarked} />
    </div>
  );
}
