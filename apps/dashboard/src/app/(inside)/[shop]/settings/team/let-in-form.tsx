"use client";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { RoleField } from "../../../../../ui/team/role-field.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { letIn } from "./actions.ts";

const ceilings = ["manager", "agent", "finance", "viewer"] as const;

/** Asks an agency in, by the address of somebody there. */
export function LetInForm({ shop }: { shop: string }) {
  const [state, send] = useAct(letIn.bind(null, shop));
  const error = state.fields?.email;
  const hint = "Of somebody at the agency. They get a letter, and accept for their agency.";
  return (
    <Form
      state={state}
      action={send}
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
      <RoleField id="agency-role" label="At most" roles={ceilings} chosen={state.typed?.role ?? "manager"} />
      <div className="sm:col-span-2">
        <div className="mb-3 empty:hidden">
          <Problem of={state} />
        </div>
        {state.done && (
          <p role="status" className="mb-3 text-sm text-accent-ink">
            {state.done}
          </p>
        )}
        <SubmitButton busy="Inviting…">Invite the agency</SubmitButton>
      </div>
    </Form>
  );
}
