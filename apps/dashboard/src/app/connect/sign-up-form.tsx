"use client";
import { describedBy, Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Input } from "../../ui/input.tsx";
import { Problem } from "../../ui/problem.tsx";
import { SubmitButton } from "../../ui/submit-button.tsx";
import { useAct } from "../../ui/use-act.ts";
import { signUp } from "./actions.ts";

export function SignUpForm() {
  const [state, act] = useAct(signUp);
  return (
    <Form state={state} action={act} className="grid gap-4">
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
      <Problem of={state} />
      <SubmitButton size="large" busy="Sending your link…">
        Send me a sign-in link
      </SubmitButton>
      <p className="text-sm text-ink-2">No password. The link arrives in your mailbox and works once.</p>
    </Form>
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
