"use client";
import type { ApiScope } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { type CreateState, create } from "./actions.ts";
import { NewSecret } from "./new-secret.tsx";
import { ScopeFields } from "./scope-fields.tsx";

/** Makes a key. Its secret stays on the page until the page is left, and is never shown again. */
export function CreateKey({ shop, scopes }: { shop: string; scopes: readonly ApiScope[] }) {
  const [state, send] = useAct(create.bind(null, shop));
  const error = state.fields?.name;
  const hint = "What will use it: “Warehouse system”, “Help desk”.";
  return (
    <Card title="New key">
      {state.made && <NewSecret key={state.made.secret} {...state.made} />}
      <Form state={state} action={send} className="grid gap-3">
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
        <ScopeFields scopes={scopes} chosen={chosenIn(state.typed)} error={state.fields?.scopes} />
        <Problem of={state} />
        <div>
          <SubmitButton busy="Creating…">Create key</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

/** What was ticked stays ticked; a key begins as one that may only quote. */
function chosenIn(typed: CreateState["typed"]): string[] {
  if (!typed) return ["quotes"];
  return Object.keys(typed).flatMap((name) => (name.startsWith("scope:") ? [name.slice(6)] : []));
}
