"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { track } from "./goods-actions.ts";

/** The carrier's number, for a parcel that is on its way. */
export function ParcelForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useAct(track.bind(null, shop, number));
  const wrong = state.fields ?? {};
  return (
    <details className="min-w-0 flex-1" open={Boolean(state.fields) || undefined}>
      <summary className="inline-flex h-9 items-center text-sm text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink touch:h-11">
        Add a tracking number
      </summary>
      <Form state={state} action={act} className="mt-3 grid gap-3 sm:grid-cols-2">
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
        <div className="empty:hidden sm:col-span-2">
          <Problem of={state} />
        </div>
        <div>
          <SubmitButton look="secondary" busy="Adding…">
            Add parcel
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
