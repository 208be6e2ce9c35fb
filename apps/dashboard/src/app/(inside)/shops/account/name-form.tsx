"use client";
import { describedBy, Field } from "../../../../ui/field.tsx";
import { Form } from "../../../../ui/form.tsx";
import { Input } from "../../../../ui/input.tsx";
import { Problem } from "../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../ui/submit-button.tsx";
import { useAct } from "../../../../ui/use-act.ts";
import { rename } from "./actions.ts";

export function NameForm({ name, email }: { name: string; email: string }) {
  const [state, send] = useAct(rename);
  const error = state.fields?.name;
  const hint = "It stands beside everything you decide.";
  return (
    <Form state={state} action={send} className="grid max-w-80 gap-4">
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
      <Problem of={state} />
      <div className="flex items-center gap-3">
        <SubmitButton busy="Saving…">Save</SubmitButton>
        {state.done && (
          <p role="status" className="text-sm text-accent-ink">
            {state.done}
          </p>
        )}
      </div>
    </Form>
  );
}
