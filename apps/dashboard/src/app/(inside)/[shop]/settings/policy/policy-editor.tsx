"use client";
import type { Choices } from "../rules/choices.ts";
import { RulesForm } from "../versions/rules-form.tsx";
import { useSaving } from "../versions/use-saving.ts";
import { save } from "./actions.ts";
import { ListsCard } from "./lists-card.tsx";
import { OffersCard } from "./offers-card.tsx";
import type { TypedPolicy } from "./policy-form.ts";
import { ReasonsCard } from "./reasons-card.tsx";
import { WindowCard } from "./window-card.tsx";

interface Props {
  shop: string;
  version: number;
  saved: TypedPolicy;
  choices: Choices;
  mayChange: boolean;
}

/** What can be sent back, until when, why, and for what. */
export function PolicyEditor({ shop, version, saved, choices, mayChange }: Props) {
  const saving = useSaving({
    saved,
    version,
    save: (typed: TypedPolicy) => save(shop, version, typed),
  });
  const card = { typed: saving.typed, change: saving.change, wrong: saving.wrong, choices };
  return (
    <RulesForm saving={saving} legend="Policy and reasons" mayChange={mayChange}>
      <WindowCard {...card} />
      <ReasonsCard {...card} />
      <OffersCard {...card} />
      <ListsCard {...card} />
    </RulesForm>
  );
}
