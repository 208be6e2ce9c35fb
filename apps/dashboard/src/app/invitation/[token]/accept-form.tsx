"use client";
import { describedBy, Field } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Input } from "../../../ui/input.tsx";
import { Problem } from "../../../ui/problem.tsx";
import { SubmitButton } from "../../../ui/submit-button.tsx";
import { useAct } from "../../../ui/use-act.ts";
import { accept } from "./actions.ts";
import { useEntering } from "./use-entering.ts";

interface Props {
  token: string;
  name: string;
  organization: string;
}

export function AcceptForm({ token, name, organization }: Props) {
  const [state, send] = useAct(accept.bind(null, token));
  const entering = useEntering(state);
  const error = state.fields?.name;
  return (
    <Form state={state} action={send} className="grid gap-4">
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
      <Problem of={state} />
      <SubmitButton size="large" busy="Joining…">
        {entering ? "Joining…" : `Join ${organization}`}
      </SubmitButton>
    </Form>
  );
}
