"use client";
import { describedBy, Field } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Input, Select } from "../../../ui/input.tsx";
import { Problem } from "../../../ui/problem.tsx";
import { SubmitButton } from "../../../ui/submit-button.tsx";
import { useAct } from "../../../ui/use-act.ts";
import { useEntering } from "../../invitation/[token]/use-entering.ts";
import { acceptFor } from "./actions.ts";

interface Props {
  token: string;
  agencies: readonly { readonly id: string; readonly name: string }[];
  name: string;
  shop: string;
}

/** Which agency it is: one the person runs already, or a new one. */
export function AcceptAccess({ token, agencies, name, shop }: Props) {
  const [state, send] = useAct(acceptFor.bind(null, token));
  const entering = useEntering(state);
  const error = state.fields?.agencyName;
  return (
    <Form state={state} action={send} className="grid gap-4">
      {agencies.length > 0 ? (
        <Field id="agency" label="Your agency">
          <Select id="agency" name="agency" defaultValue={agencies[0]?.id}>
            {agencies.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Field id="agencyName" label="What your agency is called" error={error}>
          <Input
            id="agencyName"
            name="agencyName"
            autoComplete="organization"
            maxLength={80}
            defaultValue={state.typed?.agencyName ?? ""}
            className="h-11"
            {...describedBy("agencyName", { error })}
          />
        </Field>
      )}
      {!name && (
        <Field id="name" label="Your name">
          <Input
            id="name"
            name="name"
            autoComplete="name"
            maxLength={80}
            defaultValue={state.typed?.name ?? ""}
            className="h-11"
          />
        </Field>
      )}
      <Problem of={state} />
      <SubmitButton size="large" busy="Accepting…">
        {entering ? "Accepting…" : `Accept for ${shop}`}
      </SubmitButton>
    </Form>
  );
}
