"use client";
import type { Role } from "@kept/domain";
import { describedBy, Field } from "../field.tsx";
import { Form } from "../form.tsx";
import { Input } from "../input.tsx";
import { Problem } from "../problem.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { useAct } from "../use-act.ts";
import { invite } from "./actions.ts";
import { RoleField } from "./role-field.tsx";

/** Asks somebody into the team by e-mail. What was typed stays until it went well. */
export function InviteForm({ organization, roles }: { organization: string; roles: readonly Role[] }) {
  const [state, send] = useAct(invite.bind(null, organization));
  const error = state.fields?.email;
  return (
    <Form
      state={state}
      action={send}
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
      <RoleField id="invite-role" label="Role" roles={roles} chosen={state.typed?.role ?? "agent"} />
      <div className="sm:col-span-2">
        <div className="mb-3 empty:hidden">
          <Problem of={state} />
        </div>
        {state.done && (
          <p role="status" className="mb-3 text-sm text-accent-ink">
            {state.done}
          </p>
        )}
        <SubmitButton busy="Inviting…">Send the invitation</SubmitButton>
      </div>
    </Form>
  );
}
