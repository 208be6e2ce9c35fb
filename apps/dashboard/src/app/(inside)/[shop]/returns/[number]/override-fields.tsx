"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Textarea } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { override } from "./actions.ts";

interface Props {
  shop: string;
  number: number;
  to: "store_credit" | "original_payment";
  toWords: string;
}

export function OverrideFields({ shop, number, to, toWords }: Props) {
  const [state, act] = useAct(override.bind(null, shop, number));
  const error = state.fields?.reason;
  return (
    <Form state={state} action={act} className="mt-4 grid gap-3 border-t border-line pt-4">
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
      <Problem of={state} />
      <SubmitButton look="secondary" busy="Changing…">
        Change to {toWords}
      </SubmitButton>
      <p className="text-sm text-ink-2">
        The amount is worked out anew; you see it before anything is issued.
      </p>
    </Form>
  );
}
