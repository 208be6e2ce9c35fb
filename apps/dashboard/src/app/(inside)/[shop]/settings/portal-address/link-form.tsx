"use client";
import { useActionState } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { CopyField } from "../shopify/copy-field.tsx";
import { type LinkState, makeLink } from "./actions.ts";

/** A link for one customer, with the form filled in and signed. It opens nothing: the code still goes to their mailbox. */
export function LinkForm({ shop }: { shop: string }) {
  const [state, send] = useActionState<LinkState, FormData>(makeLink.bind(null, shop), {});
  const error = state.fields?.order;
  return (
    <Card title="Link for one order">
      <form action={send} noValidate className="grid max-w-xl gap-3">
        <p className="text-ink-2">
          For a help-desk answer or an e-mail: the form is filled in, signed, and shows no customer data by
          itself.
        </p>
        <Field id="link-order" label="Order number" error={error}>
          <Input
            id="link-order"
            name="order"
            placeholder="#1001"
            defaultValue={state.typed?.order ?? ""}
            {...describedBy("link-order", { error })}
          />
        </Field>
        <Field id="link-contact" label="The customer's e-mail, phone or postcode">
          <Input id="link-contact" name="contact" defaultValue={state.typed?.contact ?? ""} />
        </Field>
        <div>
          <SubmitButton look="secondary" busy="Signing…">
            Make link
          </SubmitButton>
        </div>
      </form>
      {state.link && <CopyField label="the link" value={state.link} />}
    </Card>
  );
}
