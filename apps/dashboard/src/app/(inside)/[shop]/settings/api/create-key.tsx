"use client";
import { useActionState } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { type CreateState, create } from "./actions.ts";
import { NewSecret } from "./new-secret.tsx";

/** Makes a key. Its secret stays on the page until the page is left, and is never shown again. */
export function CreateKey({ shop }: { shop: string }) {
  const [state, send] = useActionState<CreateState, FormData>(create.bind(null, shop), {});
  const error = state.fields?.name;
  const hint = "What will use it: “Warehouse system”, “Help desk”.";
  return (
    <Card title="New key">
      {state.made && <NewSecret key={state.made.secret} {...state.made} />}
      <form action={send} className="grid gap-3">
        <Field id="key-name" label="Name" hint={hint} error={error}>
          <Input
            id="key-name"
            name="name"
            width="w-full max-w-80"
            autoComplete="off"
            defaultValue={state.typed?.name ?? ""}
            {...describedBy("key-name", { hint, error })}
          />
        </Field>
        {state.problem && (
          <p role="alert" className="text-sm text-risk-ink">
            {state.problem}
          </p>
        )}
        <div>
          <SubmitButton busy="Creating…">Create key</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
