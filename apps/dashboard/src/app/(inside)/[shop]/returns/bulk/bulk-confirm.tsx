"use client";
import type { BulkAct } from "@kept/domain";
import { useEffect } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Textarea } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { start } from "./actions.ts";
import type { Selectable } from "./ticked.ts";

interface Props {
  shop: string;
  act: BulkAct;
  /** Each with the quote whose amount was seen: nothing begins where one promises something else by now. */
  chosen: readonly Selectable[];
  amount: string;
  close(): void;
  started(id: string): void;
}

/** Says once more what will happen, with the amount; then it is the database's. */
export function BulkConfirm({ shop, act, chosen, amount, close, started }: Props) {
  const [state, begin] = useAct(start.bind(null, shop));
  useEffect(() => {
    if (state.done) started(state.done);
  }, [state.done, started]);
  const count = chosen.length === 1 ? "One return" : `${chosen.length} returns`;
  const error = state.fields?.reason;
  return (
    <Form state={state} action={begin} className="grid gap-4">
      <input type="hidden" name="act" value={act} />
      <input
        type="hidden"
        name="chosen"
        value={chosen.map(({ number, quoteId }) => `${number} ${quoteId}`).join(",")}
      />
      <p>{promises[act](count, amount)}</p>
      {act === "decline" && (
        <Field id="bulk-reason" label="Why" hint="Each customer reads this, word for word." error={error}>
          <Textarea
            id="bulk-reason"
            name="reason"
            maxLength={500}
            defaultValue={state.typed?.reason}
            {...describedBy("bulk-reason", { hint: true, error })}
          />
        </Field>
      )}
      <Problem of={state} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={close}>
          Not now
        </Button>
        <SubmitButton look={act === "decline" ? "danger" : "primary"} busy="Starting…">
          {buttons[act](chosen.length, amount)}
        </SubmitButton>
      </div>
    </Form>
  );
}

const promises: Record<BulkAct, (count: string, amount: string) => string> = {
  approve: (count) => `${count} will be approved as requested. Nothing is paid yet.`,
  decline: (count) => `${count} will be declined. Nothing is paid.`,
  issue: (count, amount) => `${count} will be paid what was promised: ${amount}. Each is sent once.`,
  approve_and_issue: (count, amount) =>
    `${count} will be approved as requested and paid what was promised: ${amount}. Each is sent once.`,
};

const buttons: Record<BulkAct, (count: number, amount: string) => string> = {
  approve: (count) => `Approve ${count}`,
  decline: (count) => `Decline ${count}`,
  issue: (_, amount) => `Issue ${amount}`,
  approve_and_issue: (_, amount) => `Approve and issue ${amount}`,
};
