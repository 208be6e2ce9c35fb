"use client";
import type { Role } from "@kept/domain";
import { useActionState } from "react";
import { describedBy, Field } from "../field.tsx";
import { untouched } from "../form-state.ts";
import { Input } from "../input.tsx";
import { safely } from "../safely.ts";
import { SubmitButton } from "../submit-button.tsx";
import { invite } from "./actions.ts";
import { RoleField } from "./role-field.tsx";

/** Asks somebody into the team by e-mail. What was typed stays until it went well. */
export function InviteForm({ organization, roles }: { organization: string; roles: readonly Role[] }) {
  const [state, send] = useActionState(safely(invite.bind(null, organization)), untouched);
  const error = state.fields?.email;
  return (
    <form
      action={send}
      noValidate
      className="grid items-start gap-4 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <Field id="invite-email" label="E-mail address" error={error}>
        <Input
          id="invite-email"
          name="email"
          type="email"
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          defaultValue={state.typed?.email ?? ""}
          {...describedBy("invite-email", { error })}
        />
      </Field>
      <RoleField
        key={state.done ?? "role"}
        id="invite-role"
        label="Role"
        roles={roles}
        chosen={state.typed?.role ?? "agent"}
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
        <SubmitButton busy="Inviting…">Send the invitation</SubmitButton>
      </div>
    </form>
  );
}
