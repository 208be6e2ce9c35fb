"use client";
import { Card } from "../../../../../ui/card.tsx";
import { CopyText } from "../../../../../ui/copy-text.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { makeLink } from "./actions.ts";

/** A link for one customer, with the form filled in and signed. It opens nothing: the code still goes to their mailbox. */
export function LinkForm({ shop }: { shop: string }) {
  const [state, send] = useAct(makeLink.bind(null, shop));
  const error = state.fields?.order;
  return (
    <Card title="Link for one order">
      <Form state={state} action={send} className="grid max-w-xl gap-3">
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
        <Problem of={state} />
        <div>
          <SubmitButton look="secondary" busy="Signing…">
            Make link
          </SubmitButton>
        </div>
      </Form>
      {state.link && <CopyText label="the link" value={state.link} />}
    </Card>
  );
}
