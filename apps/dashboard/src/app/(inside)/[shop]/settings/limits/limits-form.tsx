"use client";
import { FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { save } from "./actions.ts";
import { LimitFields } from "./limit-fields.tsx";
import { limitNames, limitWords } from "./limit-words.ts";

interface Props {
  shop: string;
  limits: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;
  mark: string;
  currency: string;
  mayChange: boolean;
}

/** One block a currency, and an empty one for a currency that has no limits yet. */
export function LimitsForm({ shop, limits, mark, currency, mayChange }: Props) {
  const [state, send] = useAct(save.bind(null, shop, mark));
  const { typed, fields = {} } = state;
  const currencies = [currency, ...Object.keys(limits).filter((code) => code !== currency)];
  const shownIn = (code: string, name: string) => typed?.[`${code}.${name}`] ?? limits[code]?.[name] ?? "";
  return (
    <Form state={state} action={send}>
      <fieldset disabled={!mayChange} className="grid gap-6">
        {currencies.map((code) => (
          <fieldset key={code}>
            <legend className="mb-2 font-medium">{code}</legend>
            <LimitFields code={code} unit={code} shownIn={shownIn} fields={fields} />
          </fieldset>
        ))}
        {mayChange && (
          <details open={Boolean(typed?.new)}>
            <summary className="mb-3 w-fit underline decoration-line-strong underline-offset-4 hover:text-ink">
              Add another currency
            </summary>
            <div className="mb-3 grid max-w-40 gap-1.5">
              <label htmlFor="new-currency" className="text-sm font-medium">
                Its code
              </label>
              <Input
                id="new-currency"
                name="new"
                maxLength={3}
                placeholder="EUR"
                autoComplete="off"
                spellCheck={false}
                className="uppercase"
                defaultValue={typed?.new ?? ""}
                aria-invalid={fields.new ? true : undefined}
                aria-describedby={fields.new ? "new-currency-error" : undefined}
              />
              <FieldError id="new-currency" error={fields.new} />
            </div>
            <LimitFields code="new" unit="" shownIn={shownIn} fields={fields} />
          </details>
        )}
        <Problem of={state} />
        {mayChange && (
          <div className="flex items-center gap-3">
            <SubmitButton busy="Saving…">Save limits</SubmitButton>
            {state.done && (
              <p role="status" className="text-sm text-accent-ink">
                {state.done}
              </p>
            )}
          </div>
        )}
      </fieldset>
      <dl className="mt-6 grid gap-x-8 gap-y-2 border-t border-line pt-4 text-sm sm:grid-cols-2">
        {limitNames.map((name) => (
          <div key={name}>
            <dt className="font-medium">{limitWords[name].name}</dt>
            <dd className="text-ink-2">{limitWords[name].about}</dd>
          </div>
        ))}
      </dl>
    </Form>
  );
}
