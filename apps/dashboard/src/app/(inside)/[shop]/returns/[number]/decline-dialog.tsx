"use client";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Textarea } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { decline } from "./actions.ts";

interface Props {
  shop: string;
  number: number;
  /** Where the return stood on this page: a colleague's yes is not undone unseen. */
  status: string;
  open: boolean;
  onClose(): void;
}

export function DeclineDialog({ shop, number, status, open, onClose }: Props) {
  const [state, act] = useAct(decline.bind(null, shop, number));
  const error = state.fields?.reason;
  return (
    <Dialog title={`Decline R-${number}`} open={open} onClose={onClose}>
      <Form state={state} action={act} className="grid gap-4">
        <input type="hidden" name="seenAs" value={status} />
        <Field id="reason" label="Why" hint="The customer reads this, word for word." error={error}>
          <Textarea
            id="reason"
            name="reason"
            required
            maxLength={500}
            defaultValue={state.typed?.reason}
            {...describedBy("reason", { hint: true, error })}
          />
        </Field>
        <Field id="note" label="Note for your team (optional)">
          <Textarea id="note" name="note" maxLength={1000} defaultValue={state.typed?.note} />
        </Field>
        <Problem of={state} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Keep it open
          </Button>
          <SubmitButton look="danger" busy="Declining…">
            Decline the return
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
