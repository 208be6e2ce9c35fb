"use client";
import { Button } from "../../../../../ui/button.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { inspect } from "./goods-actions.ts";
import { type InspectedLine, LineFindings } from "./line-findings.tsx";

interface Props {
  shop: string;
  number: number;
  places: readonly { id: string; name: string }[];
  /** Nothing was issued yet, so fewer units can still be paid for. */
  payable: boolean;
  lines: readonly InspectedLine[];
}

/** What is in the parcel, line by line. What was typed stays whatever is answered. */
export function InspectForm({ shop, number, places, payable, lines }: Props) {
  const [state, act] = useAct(inspect.bind(null, shop, number));
  return (
    <details open={Boolean(state.problem || state.fields) || undefined}>
      <summary className="flex items-center justify-between gap-3 px-4 py-3.5 hover:bg-hover/60 sm:px-5">
        <span>Inspect what came</span>
        <span aria-hidden="true" className="text-ink-3">
          ▾
        </span>
      </summary>
      <Form state={state} action={act} className="border-t border-line">
        {lines.map((line) => (
          <LineFindings key={line.id} line={line} places={places} payable={payable} state={state} />
        ))}
        <div className="grid gap-3 px-4 py-4 sm:px-5">
          <Problem of={state} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton busy="Noting…">Save the inspection</SubmitButton>
            {state.fields?.difference && (
              <Button type="submit" name="acceptDifference" value="yes">
                Save all the same
              </Button>
            )}
            <p className="text-sm text-ink-2">
              {payable
                ? "Where fewer are accepted, the amount is worked out anew before anything is issued."
                : "The credit was issued already; this changes no money."}
            </p>
          </div>
        </div>
      </Form>
    </details>
  );
}
