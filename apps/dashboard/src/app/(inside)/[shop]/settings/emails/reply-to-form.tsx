"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { saveReplyTo } from "./actions.ts";

interface Props {
  shop: string;
  replyTo: string | null;
  contactEmail: string | null;
  mayChange: boolean;
}

/** Where it goes when a customer answers an e-mail. */
export function ReplyToForm({ shop, replyTo, contactEmail, mayChange }: Props) {
  const [state, act] = useAct(saveReplyTo.bind(null, shop));
  const error = state.fields?.replyTo;
  const hint = contactEmail
    ? `Leave it empty, and answers go to ${contactEmail}, your contact address in Shopify.`
    : "Leave it empty, and answers go to your contact address in Shopify.";
  return (
    <Form state={state} action={act}>
      <fieldset disabled={!mayChange} className="grid gap-3">
        <legend className="sr-only">Answers</legend>
        <Field id="reply-to" label="When a customer answers, it goes to" hint={hint} error={error}>
          <Input
            key={replyTo}
            id="reply-to"
            name="replyTo"
            type="email"
            autoComplete="off"
            width="w-full max-w-96"
            placeholder={contactEmail ?? ""}
            defaultValue={state.typed?.replyTo ?? replyTo ?? ""}
            {...describedBy("reply-to", { hint, error })}
          />
        </Field>
        <Problem of={state} />
        {mayChange && (
          <div className="flex items-center gap-3">
            <SubmitButton look="secondary" busy="Saving…">
              Save
            </SubmitButton>
            <span role="status" className="text-sm text-ink-2">
              {state.done}
            </span>
          </div>
        )}
      </fieldset>
    </Form>
  );
}
