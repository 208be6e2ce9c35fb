"use client";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { add } from "./actions.ts";
import { SigningSecret } from "./signing-secret.tsx";
import { TopicFields } from "./topic-fields.tsx";

/** Says where the shop is told what happens. The secret that signs is shown once. */
export function AddEndpoint({ shop }: { shop: string }) {
  const [state, send] = useAct(add.bind(null, shop));
  const { typed, fields = {} } = state;
  const hint = "Public, and beginning with https://. Redirects are not followed.";
  return (
    <Card
      title="New endpoint"
      aside={
        <a href="/api/v1#WebhookLetter" className="underline underline-offset-4">
          What is sent
        </a>
      }
    >
      {state.made && <SigningSecret {...state.made} />}
      <Form state={state} action={send} className="grid gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Field id="hook-url" label="Address" hint={hint} error={fields.url}>
            <Input
              id="hook-url"
              name="url"
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://hooks.example.com/kept"
              defaultValue={typed?.url ?? ""}
              {...describedBy("hook-url", { hint, error: fields.url })}
            />
          </Field>
          <Field id="hook-description" label="What it is (optional)">
            <Input
              id="hook-description"
              name="description"
              maxLength={120}
              autoComplete="off"
              defaultValue={typed?.description ?? ""}
            />
          </Field>
        </div>
        <TopicFields typed={typed} error={fields.topics} />
        <Problem of={state} />
        <div>
          <SubmitButton busy="Adding…">Add endpoint</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
