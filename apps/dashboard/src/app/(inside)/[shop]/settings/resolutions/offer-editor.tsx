"use client";
import { useId, useState, useTransition } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { Switch } from "../../../../../ui/switch.tsx";
import { echo } from "../../../../../ui/toast.tsx";
import { type Answer, save } from "./actions.ts";
import { BonusFields } from "./bonus-fields.tsx";
import { Changes } from "./changes.tsx";
import { DescriptionField } from "./description-field.tsx";
import type { TypedOffer } from "./offer-form.ts";
import { PortalCards } from "./portal-cards.tsx";
import type { Preview } from "./preview.ts";
import { SaveBar } from "./save-bar.tsx";
import { usePreview } from "./use-preview.ts";

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
  const [typed, setTyped] = useState(saved);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, startSaving] = useTransition();
  const [shown, setShown] = useState(version);
  if (version !== shown) {
    // Another version is in force: by our own saving, whose answer stays, or by somebody's undoing.
    setShown(version);
    setTyped(saved);
    if (!answer?.ok || answer.version !== version) setAnswer(null);
  }
  const { preview, fields, stale } = usePreview(shop, typed, saved, firstPreview);
  const id = useId();
  const changed = JSON.stringify(typed) !== JSON.stringify(saved);
  const wrong = { ...fields, ...(answer && !answer.ok ? answer.fields : {}) };
  const change = (part: Partial<TypedOffer>) => {
    setTyped((before) => ({ ...before, ...part }));
    setAnswer(null);
  };
  const submit = () =>
    startSaving(async () => {
      const next = await save(shop, version, typed).catch((): Answer => ({ ok: false, problem: notReached }));
      setAnswer(next);
      if (next.ok) echo("Saved");
    });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && changed) submit();
        }}
      >
        <fieldset disabled={!mayChange} className="grid gap-5">
          <legend className="sr-only">Refund to store credit</legend>
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
        </fieldset>
        {answer && !answer.ok && answer.problem && (
          <div className="mt-5">
            <Notice tone="risk" title={answer.problem} announced />
          </div>
        )}
        {mayChange && (
          <SaveBar
            changed={changed}
            busy={busy}
            wrong={Object.keys(wrong).length}
            undo={() => setTyped(saved)}
          />
        )}
        {answer?.ok && <Changes version={answer.version} changes={answer.changes} />}
      </form>
      <PortalCards preview={preview} stale={stale} brandColor={brandColor} />
    </div>
  );
}

const notReached = "Kept could not be reached. Nothing was saved; what you typed is still here.";
