"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../ui/field.tsx";
import { untouched } from "../../ui/form-state.ts";
import { Input } from "../../ui/input.tsx";
import { SubmitButton } from "../../ui/submit-button.tsx";
import { askForLink } from "./actions.ts";

export function EmailForm({ to }: { to: string }) {
  const [state, ask] = useActionState(askForLink, untouched);
  const error = state.fields?.email;
  return (
    <form action={ask} noValidate className="grid gap-4">
      <input type="hidden" name="to" value={to} />
      <Field id="email" label="Work e-mail" error={error}>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          spellCheck={false}
          autoFocus
          required
          placeholder="you@company.com"
          defaultValue={state.typed?.email}
          className="h-11"
          {...describedBy("email", { error })}
        />
      </Field>
      <SubmitButton size="large" busy="Sending your link…">
        Send me a sign-in link
      </SubmitButton>
      <p className="text-sm text-ink-2">No password. The link arrives in your mailbox and works once.</p>
    </form>
  );
}
