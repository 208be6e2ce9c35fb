"use client";
import { useState } from "react";
import { Field } from "../../../../../../ui/field.tsx";
import { Form } from "../../../../../../ui/form.tsx";
import { Textarea } from "../../../../../../ui/input.tsx";
import { Problem } from "../../../../../../ui/problem.tsx";
import { resolutionWords } from "../../../../../../ui/return-status.tsx";
import { SubmitButton } from "../../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../../ui/use-act.ts";
import type { Worth } from "../../[number]/worth.tsx";
import { create } from "../actions.ts";

interface Offer {
  readonly resolution: "store_credit" | "original_payment";
  readonly fingerprint: string;
  readonly worth: Worth;
}

interface Props {
  shop: string;
  draft: string;
  offers: readonly Offer[];
  notOffered: readonly string[];
}

/** What each resolution would give: the sum that will be promised, to the cent. */
export function CreateForm({ shop, draft, offers, notOffered }: Props) {
  const [state, act] = useAct(create.bind(null, shop, draft));
  const [chosen, setChosen] = useState(offers[0]?.resolution);
  const total = offers.find(({ resolution }) => resolution === chosen)?.worth.total;
  return (
    <Form state={state} action={act} className="grid gap-4">
      <fieldset className="grid gap-2">
        <legend className="sr-only">Resolution</legend>
        {offers.map(({ resolution, fingerprint, worth }) => (
          <label
            key={resolution}
            className="flex cursor-pointer items-start gap-3 rounded-lg border border-line px-3 py-2.5 hover:bg-hover has-checked:border-accent-ink has-checked:bg-accent-soft/50"
          >
            <input
              type="radio"
              name="offer"
              value={`${resolution} ${fingerprint}`}
              defaultChecked={resolution === chosen}
              onChange={() => setChosen(resolution)}
              className="mt-1 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span>{resolutionWords[resolution]}</span>
                <span className="figures text-lg">{worth.total}</span>
              </span>
              {worth.bonus && (
                <span className="figures block text-sm text-ink-2">
                  {worth.base} refund + <span className="text-accent-ink">{worth.bonus} bonus</span>
                </span>
              )}
            </span>
          </label>
        ))}
        {notOffered.map((reason) => (
          <p key={reason} className="text-sm text-person-ink">
            {reason}
          </p>
        ))}
      </fieldset>
      {offers.length > 0 && (
        <>
          <Field id="note" label="Note (optional)">
            <Textarea id="note" name="note" maxLength={1000} defaultValue={state.typed?.note} />
          </Field>
          <label className="flex items-center gap-2.5">
            <input
              type="checkbox"
              name="approve"
              value="yes"
              defaultChecked={state.typed ? state.typed.approve === "yes" : true}
              className="size-4 accent-accent"
            />
            Approve it at once
          </label>
          <Problem of={state} />
          <SubmitButton size="large" busy="Creating…">
            {`Create return · ${total ?? ""}`}
          </SubmitButton>
          <p className="text-sm text-ink-2">
            The customer gets the same letters as if they had asked themselves.
          </p>
        </>
      )}
    </Form>
  );
}
