"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { track } from "./goods-actions.ts";

/** The carrier's number, for a parcel that is on its way. */
export function ParcelForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useActionState(safely(track.bind(null, shop, number)), untouched);
  const wrong = state.fields ?? {};
  return (
    <details className="min-w-0 flex-1" open={Boolean(state.fields) || undefined}>
      <summary className="inline-flex h-9 items-center text-sm text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink touch:h-11">
        Add a tracking number
      </summary>
      <form key={state.done} action={act} noValidate className="mt-3 grid gap-3 sm:grid-cols-2">
        <Field id="tracking" label="Tracking number" error={wrong.tracking}>
          <Input
            id="tracking"
            name="tracking"
            maxLength={100}
            spellCheck={false}
            autoComplete="off"
            defaultValue={state.typed?.tracking}
            className="font-mono"
            {...describedBy("tracking", { error: wrong.tracking })}
          />
        </Field>
        <Field id="carrier" label="Carrier (optional)">
          <Input id="carrier" name="carrier" maxLength={60} defaultValue={state.typed?.carrier} />
        </Field>
        <Field id="url" label="Where to follow it (optional)" error={wrong.url} className="sm:col-span-2">
          <Input
            id="url"
            name="url"
            type="url"
            placeholder="https://"
            maxLength={500}
            defaultValue={state.typed?.url}
            {...describedBy("url", { error: wrong.url })}
          />
        </Field>
        {state.problem && (
          <div className="sm:col-span-2">
            <Notice tone="risk" title={state.problem} announced />
          </div>
        )}
        <div>
          <SubmitButton look="secondary" busy="Adding…">
            Add parcel
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
