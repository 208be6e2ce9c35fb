"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { saveReplyTo } from "./actions.ts";

interface Props {
  shop: string;
  replyTo: string | null;
  contactEmail: string | null;
  mayChange: boolean;
}

/** Where it goes when a customer answers an e-mail. */
export function ReplyToForm({ shop, replyTo, contactEmail, mayChange }: Props) {
  const [state, act] = useActionState(safely(saveReplyTo.bind(null, shop)), untouched);
  const error = state.fields?.replyTo;
  const hint = contactEmail
    ? `Leave it empty, and answers go to ${contactEmail}, your contact address in Shopify.`
    : "Leave it empty, and answers go to your contact address in Shopify.";
  return (
    <form action={act} noValidate>
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
        {state.problem && (
          <p role="alert" className="text-sm text-risk-ink">
            {state.problem}
          </p>
        )}
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
    </form>
  );
}
