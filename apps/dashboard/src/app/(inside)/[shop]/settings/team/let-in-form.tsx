"use client";
import { useActionState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { RoleField } from "../../../../../ui/team/role-field.tsx";
import { letIn } from "./actions.ts";

const ceilings = ["manager", "agent", "finance", "viewer"] as const;

/** Asks an agency in, by the address of somebody there. */
export function LetInForm({ shop }: { shop: string }) {
  const [state, send] = useActionState(safely(letIn.bind(null, shop)), untouched);
  const error = state.fields?.email;
  const hint = "Of somebody at the agency. They get a letter, and accept for their agency.";
  return (
    <form
      action={send}
      noValidate
      className="grid items-start gap-4 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <Field id="agency-email" label="E-mail address" hint={hint} error={error}>
        <Input
          id="agency-email"
          name="email"
          type="email"
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          defaultValue={state.typed?.email ?? ""}
          {...describedBy("agency-email", { hint, error })}
        />
      </Field>
      <RoleField
        key={state.done ?? "role"}
        id="agency-role"
        label="At most"
        roles={ceilings}
        chosen={state.typed?.role ?? "manager"}
      />
      <div className="sm:col-span-2">
        {state.problem && (
          <p role="alert" className="mb-3 text-sm text-risk-ink">
            {state.problem}
          </p>
        )}
        {state.done && (
          <p role="status" className="mb-3 text-sm text-accent-ink">
            {state.done}
          </p>
        )}
        <SubmitButton busy="Inviting…">Invite the agency</SubmitButton>
      </div>
    </form>
  );
}
