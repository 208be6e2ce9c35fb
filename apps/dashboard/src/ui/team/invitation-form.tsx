"use client";
import type { Role } from "@kept/domain";
import { describedBy, Field } from "../field.tsx";
import { Form } from "../form.tsx";
import type { FormState } from "../form-state.ts";
import { Input } from "../input.tsx";
import { Problem } from "../problem.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { useAct } from "../use-act.ts";
import { RoleField } from "./role-field.tsx";

interface Props {
  /** What its fields are called, apart from other such forms on the page. */
  id: string;
  hint?: string;
  /** What the role is here: a role, or the most that may be done. */
  label: string;
  roles: readonly Role[];
  first: Role;
  button: string;
  ask(state: FormState, form: FormData): Promise<FormState>;
}

/** Asks somebody in by e-mail: a person into the team, or an agency into the shop. What was typed stays until it went well. */
export function InvitationForm({ id, hint, label, roles, first, button, ask }: Props) {
  const [state, send] = useAct(ask);
  const error = state.fields?.email;
  return (
    <Form
      state={state}
      action={send}
      className="grid items-start gap-4 sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <Field id={`${id}-email`} label="E-mail address" hint={hint} error={error}>
        <Input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="off"
          inputMode="email"
          spellCheck={false}
          defaultValue={state.typed?.email ?? ""}
          {...describedBy(`${id}-email`, { hint, error })}
        />
      </Field>
      <RoleField
        key={state.done}
        id={`${id}-role`}
        label={label}
        roles={roles}
        chosen={state.typed?.role ?? first}
      />
      <div className="grid justify-items-start gap-3 sm:col-span-2">
        <Problem of={state} />
        {state.done && (
          <p role="status" className="text-sm text-accent-ink">
            {state.done}
          </p>
        )}
        <SubmitButton busy="Inviting…">{button}</SubmitButton>
      </div>
    </Form>
  );
}
