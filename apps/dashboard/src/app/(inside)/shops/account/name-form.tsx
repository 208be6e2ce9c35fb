"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../ui/field.tsx";
import { untouched } from "../../../../ui/form-state.ts";
import { Input } from "../../../../ui/input.tsx";
import { safely } from "../../../../ui/safely.ts";
import { SubmitButton } from "../../../../ui/submit-button.tsx";
import { rename } from "./actions.ts";

export function NameForm({ name, email }: { name: string; email: string }) {
  const [state, send] = useActionState(safely(rename), untouched);
  const error = state.fields?.name;
  const hint = "It stands beside everything you decide.";
  return (
    <form action={send} noValidate className="grid max-w-80 gap-4">
      <Field id="person-name" label="Name" hint={hint} error={error}>
        <Input
          id="person-name"
          name="name"
          autoComplete="name"
          maxLength={80}
          defaultValue={state.typed?.name ?? name}
          {...describedBy("person-name", { hint, error })}
        />
      </Field>
      <p className="text-sm text-ink-2">You sign in with {email}.</p>
      {state.problem && (
        <p role="alert" className="text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
      <div className="flex items-center gap-3">
        <SubmitButton busy="Saving…">Save</SubmitButton>
        {state.done && (
          <p role="status" className="text-sm text-accent-ink">
            {state.done}
          </p>
        )}
      </div>
    </form>
  );
}
