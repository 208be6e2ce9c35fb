"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../ui/field.tsx";
import { untouched } from "../../ui/form-state.ts";
import { Input } from "../../ui/input.tsx";
import { safely } from "../../ui/safely.ts";
import { SubmitButton } from "../../ui/submit-button.tsx";
import { signUp } from "./actions.ts";

export function SignUpForm() {
  const [state, act] = useActionState(safely(signUp), untouched);
  return (
    <form action={act} noValidate className="grid gap-4">
      {fields.map(({ name, label, ...input }) => {
        const error = state.fields?.[name];
        return (
          <Field key={name} id={name} label={label} error={error}>
            <Input
              id={name}
              name={name}
              required
              defaultValue={state.typed?.[name]}
              className="h-11"
              {...input}
              {...describedBy(name, { error })}
            />
          </Field>
        );
      })}
      {state.problem && (
        <p role="alert" className="text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
      <SubmitButton size="large" busy="Sending your link…">
        Send me a sign-in link
      </SubmitButton>
      <p className="text-sm text-ink-2">No password. The link arrives in your mailbox and works once.</p>
    </form>
  );
}

const fields = [
  { name: "name", label: "Your name", autoComplete: "name", maxLength: 100 },
  { name: "organization", label: "Company", autoComplete: "organization", maxLength: 100 },
  {
    name: "email",
    label: "Work e-mail",
    type: "email",
    autoComplete: "email",
    inputMode: "email",
    spellCheck: false,
    placeholder: "you@company.com",
  },
] as const;
