"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Textarea } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { override } from "./actions.ts";

interface Props {
  shop: string;
  number: number;
  to: "store_credit" | "original_payment";
  toWords: string;
}

export function OverrideFields({ shop, number, to, toWords }: Props) {
  const [state, act] = useActionState(safely(override.bind(null, shop, number)), untouched);
  const error = state.fields?.reason;
  return (
    <form action={act} noValidate className="mt-4 grid gap-3 border-t border-line pt-4">
      <input type="hidden" name="resolution" value={to} />
      <Field id="override-reason" label="Why" hint="Stays in the history with your name." error={error}>
        <Textarea
          id="override-reason"
          name="reason"
          maxLength={500}
          defaultValue={state.typed?.reason}
          {...describedBy("override-reason", { hint: true, error })}
        />
      </Field>
      {state.problem && <Notice tone="risk" title={state.problem} announced />}
      <SubmitButton look="secondary" busy="Changing…">
        Change to {toWords}
      </SubmitButton>
      <p className="text-sm text-ink-2">
        The amount is worked out anew; you see it before anything is issued.
      </p>
    </form>
  );
}
