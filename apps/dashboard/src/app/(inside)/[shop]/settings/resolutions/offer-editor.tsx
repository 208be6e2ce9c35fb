"use client";
import { useId } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { Switch } from "../../../../../ui/switch.tsx";
import { RulesForm } from "../versions/rules-form.tsx";
import { usePreview } from "../versions/use-preview.ts";
import { useSaving } from "../versions/use-saving.ts";
import { preview as quoteSample, save } from "./actions.ts";
import { BonusFields } from "./bonus-fields.tsx";
import { DescriptionField } from "./description-field.tsx";
import type { TypedOffer } from "./offer-form.ts";
import { PortalCards } from "./portal-cards.tsx";
import type { Preview } from "./preview.ts";

interface Props {
  shop: string;
  currency: string;
  version: number;
  saved: TypedOffer;
  firstPreview: Preview;
  brandColor: string | null;
  mayChange: boolean;
}

/** What Settings › Resolutions edits, and beside it what the customer will see. Nothing counts until it is saved. */
export function OfferEditor({ shop, currency, version, saved, firstPreview, brandColor, mayChange }: Props) {
  const saving = useSaving({
    saved,
    version,
    save: (typed: TypedOffer) => save(shop, version, typed),
  });
  const { typed, change } = saving;
  const { preview, fields, stale } = usePreview<TypedOffer, Preview>(typed, {
    first: firstPreview,
    ask: (next) => quoteSample(shop, next),
  });
  const wrong: Readonly<Record<string, string>> = { ...fields, ...saving.wrong };
  const id = useId();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <RulesForm
        saving={saving}
        legend="Refund to store credit"
        mayChange={mayChange}
        wrong={Object.keys(wrong).length}
      >
        <Card>
          <div className="flex items-start justify-between gap-6">
            <div>
              <label htmlFor={`${id}-on`} className="font-medium">
                Refund to store credit
              </label>
              <p className="mt-0.5 text-sm text-ink-2">
                Customers can choose store credit instead of their money. What they spend stays with you.
              </p>
            </div>
            <Switch
              id={`${id}-on`}
              checked={typed.enabled}
              onChange={(event) => change({ enabled: event.target.checked })}
            />
          </div>
          <DescriptionField
            value={typed.description}
            error={wrong.description}
            onChange={(description) => change({ description })}
          />
        </Card>
        <BonusFields typed={typed} currency={currency} wrong={wrong} change={change} />
      </RulesForm>
      <PortalCards preview={preview} stale={stale} brandColor={brandColor} />
    </div>
  );
}
