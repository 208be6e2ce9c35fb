"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { find } from "./actions.ts";

export function OrderForm({ shop }: { shop: string }) {
  const [state, act] = useAct(find.bind(null, shop));
  const error = state.fields?.order;
  return (
    <Form state={state} action={act} className="grid gap-4">
      <Field id="order" label="Order number" hint="As in Shopify, with or without the #." error={error}>
        <Input
          id="order"
          name="order"
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          defaultValue={state.typed?.order}
          {...describedBy("order", { hint: true, error })}
        />
      </Field>
      <Problem of={state} />
      <div>
        <SubmitButton busy="Looking…">Find the order</SubmitButton>
      </div>
    </Form>
  );
}
