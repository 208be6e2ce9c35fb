"use client";
import type { PortalSettings } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { saveIdentity } from "./actions.ts";

const proofs = [
  { value: "email", label: "E-mail address", hint: "What most customers know." },
  { value: "phone", label: "Phone number", hint: "For shops whose customers order by phone number." },
  { value: "postcode", label: "Postcode", hint: "For orders that came as gifts or through marketplaces." },
];

/** What customers are asked for beside the order number. A code goes to the order's e-mail in every case. */
export function IdentityForm({
  shop,
  portal,
  mayChange,
}: {
  shop: string;
  portal: PortalSettings;
  mayChange: boolean;
}) {
  const [state, send] = useAct(saveIdentity.bind(null, shop));
  return (
    <Card title="Who is asking">
      <Form state={state} action={send}>
        <fieldset disabled={!mayChange} className="grid gap-4">
          <legend className="mb-2 text-ink-2">
            Beside the order number customers enter one of these. Then a code goes to the e-mail address of
            the order.
          </legend>
          {proofs.map(({ value, label, hint }) => (
            <label key={value} className="flex items-start gap-3">
              <input
                type="radio"
                name="proof"
                value={value}
                defaultChecked={portal.proof === value}
                className="mt-1 accent-accent"
              />
              <span>
                <span className="font-medium">{label}</span>
                <span className="block text-sm text-ink-2">{hint}</span>
              </span>
            </label>
          ))}
          <label className="flex items-start gap-3 border-t border-line pt-4">
            <input
              type="checkbox"
              name="signIn"
              defaultChecked={portal.signIn}
              className="mt-1 accent-accent"
            />
            <span>
              <span className="font-medium">Sign-in with the customer account</span>
              <span className="block text-sm text-ink-2">
                Customers of the new customer accounts may sign in instead, and choose from their orders.
              </span>
            </span>
          </label>
          <div className="flex items-center gap-3">
            <SubmitButton busy="Saving…">Save</SubmitButton>
            <span role="status" className="text-sm text-ink-2">
              {state.done}
            </span>
          </div>
          <Problem of={state} />
        </fieldset>
      </Form>
    </Card>
  );
}
