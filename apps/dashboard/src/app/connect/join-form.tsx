"use client";
import { FieldError } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { SubmitButton } from "../../ui/submit-button.tsx";
import { useAct } from "../../ui/use-act.ts";
import { join } from "./actions.ts";

interface Props {
  readonly domain: string;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
}

/** One organization needs a yes, several a choice. Never joined by itself: whoever consented in Shopify may be somebody else. */
export function JoinForm({ domain, organizations }: Props) {
  const [state, act] = useAct(join);
  const [only] = organizations;
  const one = organizations.length === 1;
  return (
    <Form state={state} action={act} className="grid gap-5">
      <p className="text-ink-2">
        Everybody in the organization will see the returns of <span className="text-ink">{domain}</span>, as
        far as their role goes.
      </p>
      {one ? (
        <input type="hidden" name="organization" value={only?.id} />
      ) : (
        <fieldset className="grid gap-2" aria-describedby={state.problem ? "join-error" : undefined}>
          <legend className="mb-2 text-sm font-medium">Which organization does it join?</legend>
          {organizations.map(({ id, name }, i) => (
            <label key={id} className="flex min-h-11 items-center gap-2.5 rounded-md border border-line px-3">
              <input
                type="radio"
                name="organization"
                value={id}
                defaultChecked={i === 0}
                className="accent-accent"
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <FieldError id="join" error={state.problem} />
      <SubmitButton size="large" busy="Connecting…">
        {one ? `Connect to ${only?.name}` : "Connect"}
      </SubmitButton>
    </Form>
  );
}
