"use client";
import { useState } from "react";
import { describedBy, Field } from "../../../../../../ui/field.tsx";
import { Form } from "../../../../../../ui/form.tsx";
import { Select, Textarea } from "../../../../../../ui/input.tsx";
import { Notice } from "../../../../../../ui/notice.tsx";
import { Problem } from "../../../../../../ui/problem.tsx";
import { Spinner } from "../../../../../../ui/spinner.tsx";
import { SubmitButton } from "../../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../../ui/use-act.ts";
import { takeBack } from "./actions.ts";
import { Figures } from "./figures.tsx";
import type { TakeBack } from "./take-back.ts";
import { useTakeBack } from "./use-take-back.ts";

/** Opened, it shows what is unspent, spent and expired; confirmed, exactly what it shows is taken back. */
export function ReverseForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useAct(takeBack.bind(null, shop, number));
  const [open, setOpen] = useState(false);
  const [units, setUnits] = useState<Record<string, number> | null>(null);
  const { answer, waiting } = useTakeBack(shop, number, units, { open, again: state.problem ?? "" });
  const found = answer && "takeBack" in answer ? answer.takeBack : null;
  const error = state.fields?.reason;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex items-center justify-between gap-3">
        <span>Take credit back</span>
        <span className="text-sm underline decoration-line-strong underline-offset-4">Preview</span>
      </summary>
      <div className="mt-4 border-t border-line pt-4" aria-live="polite">
        {!answer && (
          <p className="flex items-center gap-2 text-sm text-ink-2">
            <Spinner /> Asking Shopify what is left of it…
          </p>
        )}
        {answer && "problem" in answer && <Notice tone="person" title={answer.problem} />}
        {found && (
          <Form state={state} action={act} className="grid gap-4">
            <Figures credits={found.credits} />
            <Lines lines={found.lines} onChoose={setUnits} />
            <Confirmed found={found} />
            {!found.nothing && (
              <>
                <Field
                  id="reverse-reason"
                  label="Why"
                  hint="Stays in the history with your name."
                  error={error}
                >
                  <Textarea
                    id="reverse-reason"
                    name="reason"
                    maxLength={500}
                    defaultValue={state.typed?.reason}
                    {...describedBy("reverse-reason", { hint: true, error })}
                  />
                </Field>
                <Problem of={state} />
                <SubmitButton look="danger" busy="Taking back…" disabled={waiting}>
                  {waiting ? "Working out the amount…" : `Take back ${found.total}`}
                </SubmitButton>
              </>
            )}
          </Form>
        )}
      </div>
    </details>
  );
}

/** Which units' credit. One line of one unit leaves nothing to choose. */
function Lines({
  lines,
  onChoose,
}: {
  lines: TakeBack["lines"];
  onChoose(units: Record<string, number>): void;
}) {
  const now = Object.fromEntries(lines.map(({ lineId, units }) => [lineId, units]));
  const choices = lines.filter(({ left }) => left > 0);
  const choosable = choices.length > 1 || choices.some(({ left }) => left > 1);
  return (
    <>
      {lines.map(({ lineId, units }) => (
        <input key={lineId} type="hidden" name={`units.${lineId}`} value={units} />
      ))}
      {choosable && (
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 text-sm font-medium">For which items</legend>
          {choices.map(({ lineId, title, left, units }) => (
            <label
              key={lineId}
              htmlFor={`units-${lineId}`}
              className="flex items-center justify-between gap-3"
            >
              <span className="min-w-0 truncate">{title}</span>
              <Select
                id={`units-${lineId}`}
                className="w-28 shrink-0"
                value={units}
                onChange={(event) => onChoose({ ...now, [lineId]: Number(event.target.value) })}
              >
                {Array.from({ length: left + 1 }, (_, i) => left - i).map((n) => (
                  <option key={n} value={n}>
                    {n === 0 ? "None" : `${n} of ${left}`}
                  </option>
                ))}
              </Select>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Confirmed({ found }: { found: TakeBack }) {
  return (
    <div>
      <input type="hidden" name="amount" value={found.confirmed.amount} />
      <input type="hidden" name="currency" value={found.confirmed.currency} />
      <p className="text-sm text-ink-2">To be taken back</p>
      <p className="figures mt-0.5 text-2xl tracking-tight">{found.total}</p>
      {found.parts && <p className="figures text-sm text-ink-2">{found.parts}</p>}
      {found.shortfall && (
        <p className="mt-1 text-sm text-person-ink">
          {found.shortfall} is spent: it stays with the customer and is written down.
        </p>
      )}
      {found.nothing && !found.shortfall && (
        <p className="text-sm text-ink-2">There is nothing left to take back.</p>
      )}
    </div>
  );
}
