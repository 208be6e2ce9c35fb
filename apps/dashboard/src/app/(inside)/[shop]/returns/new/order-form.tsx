"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { find } from "./actions.ts";

export function OrderForm({ shop }: { shop: string }) {
  const [state, act] = useActionState(safely(find.bind(null, shop)), untouched);
  const error = state.fields?.order;
  return (
    <form action={act} noValidate className="grid gap-4">
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
      {state.problem && <Notice tone="risk" title={state.problem} announced />}
      <div>
        <SubmitButton busy="Looking…">Find the order</SubmitButton>
      </div>
    </form>
  );
}
