"use client";
import { useId } from "react";
import { Field, FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { resolve } from "./actions.ts";

interface Props {
  shop: string;
  id: string;
  about: string;
  choices: readonly { action: string; label: string; hint: string }[];
}

/** What it was, and why: said once, kept for good. */
export function ResolveForm({ shop, id, about, choices }: Props) {
  const [state, act] = useAct(resolve.bind(null, shop));
  const name = useId();
  const reason = `${name}-reason`;
  return (
    <details className="group mt-3" open={state.typed ? true : undefined}>
      <summary className="inline-flex h-8 cursor-pointer items-center rounded-lg border border-line-strong bg-raised px-3 text-sm font-medium hover:bg-hover touch:h-11">
        Settle<span className="sr-only"> {about}</span>…
      </summary>
      <Form
        state={state}
        action={act}
        className="mt-3 grid max-w-xl gap-4 rounded-xl border border-line bg-sunken p-4"
      >
        <input type="hidden" name="id" value={id} />
        <fieldset
          className="grid gap-2.5"
          aria-describedby={state.fields?.action ? `${name}-error` : undefined}
        >
          <legend className="mb-2 text-sm font-medium">What was it?</legend>
          {choices.map(({ action, label, hint }) => (
            <label key={action} className="flex gap-2.5">
              <input
                type="radio"
                name="action"
                value={action}
                defaultChecked={state.typed?.action === action || choices.length === 1}
                className="mt-1 size-4 accent-accent"
              />
              <span>
                {label}
                <span className="block text-sm text-ink-2">{hint}</span>
              </span>
            </label>
          ))}
          <FieldError id={name} error={state.fields?.action} />
        </fieldset>
        <Field id={reason} label="Why" error={state.fields?.reason}>
          <Input
            id={reason}
            name="reason"
            maxLength={500}
            defaultValue={state.typed?.reason}
            autoComplete="off"
            aria-describedby={state.fields?.reason ? `${reason}-error` : undefined}
            aria-invalid={state.fields?.reason ? true : undefined}
          />
        </Field>
        <Problem of={state} />
        <div>
          <SubmitButton busy="Settling…">Settle</SubmitButton>
        </div>
      </Form>
    </details>
  );
}
