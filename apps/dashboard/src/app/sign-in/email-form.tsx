"use client";
import { describedBy, Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Input } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { SubmitButton } from "../../ui/submit-button.tsx";
import { useAct } from "../../ui/use-act.ts";
import { askForLink } from "./actions.ts";

export function EmailForm({ to }: { to: string }) {
  const [state, ask] = useAct(askForLink);
  const error = state.fields?.email;
  return (
    <Form state={state} action={ask} className="grid gap-4">
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
      <Problem of={state} />
      <SubmitButton size="large" busy="Sending your link…">
        Send me a sign-in link
      </SubmitButton>
      <p className="text-sm text-ink-2">No password. The link arrives in your mailbox and works once.</p>
    </Form>
  );
}
