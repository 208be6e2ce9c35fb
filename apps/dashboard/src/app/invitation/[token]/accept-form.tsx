"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../ui/field.tsx";
import { untouched } from "../../../ui/form-state.ts";
import { Input } from "../../../ui/input.tsx";
import { SubmitButton } from "../../../ui/submit-button.tsx";
import { accept } from "./actions.ts";
import { type EnterState, useEntering } from "./use-entering.ts";

interface Props {
  token: string;
  name: string;
  organization: string;
}

export function AcceptForm({ token, name, organization }: Props) {
  const [state, send] = useActionState<EnterState, FormData>(accept.bind(null, token), untouched);
  const entering = useEntering(state);
  const error = state.fields?.name;
  return (
    <form action={send} noValidate className="grid gap-4">
      <Field id="name" label="Your name" error={error}>
        <Input
          id="name"
          name="name"
          autoComplete="name"
          defaultValue={state.typed?.name ?? name}
          className="h-11"
          {...describedBy("name", { error })}
        />
      </Field>
      {state.problem && (
        <p role="alert" className="text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
      <SubmitButton size="large" busy="Joining…">
        {entering ? "Joining…" : `Join ${organization}`}
      </SubmitButton>
    </form>
  );
}
