"use client";
import { describedBy, Field } from "../../../../../../ui/field.tsx";
import { Form } from "../../../../../../ui/form.tsx";
import { Textarea } from "../../../../../../ui/input.tsx";
import { Problem } from "../../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../../ui/use-act.ts";
import { payBack } from "./actions.ts";

/** What was taken of the refund may go back to the payment it came from: once, and not a cent more. */
export function RepayForm({ shop, number, amount }: { shop: string; number: number; amount: string }) {
  const [state, act] = useAct(payBack.bind(null, shop, number));
  const error = state.fields?.reason;
  return (
    <details className="mb-4 border-b border-line pb-4 last:mb-0 last:border-0 last:pb-0">
      <summary className="flex items-center justify-between gap-3">
        <span>Pay {amount} back</span>
        <span className="text-sm underline decoration-line-strong underline-offset-4">Refund</span>
      </summary>
      <Form state={state} action={act} className="mt-4 grid gap-3">
        <p className="text-sm text-ink-2">
          The refund part of what was taken back goes to the original payment. The bonus was never paid.
        </p>
        <Field id="repay-reason" label="Why" hint="Stays in the history with your name." error={error}>
          <Textarea
            id="repay-reason"
            name="reason"
            maxLength={500}
            defaultValue={state.typed?.reason}
            {...describedBy("repay-reason", { hint: true, error })}
          />
        </Field>
        <Problem of={state} />
        <SubmitButton look="secondary" busy="Refunding…">
          Refund {amount} to the original payment
        </SubmitButton>
      </Form>
    </details>
  );
}
