"use client";
import { useActionState } from "react";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Textarea } from "../../../../../ui/input.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { decline } from "./actions.ts";

interface Props {
  shop: string;
  number: number;
  open: boolean;
  onClose(): void;
}

export function DeclineDialog({ shop, number, open, onClose }: Props) {
  const [state, act] = useActionState(safely(decline.bind(null, shop, number)), untouched);
  const error = state.fields?.reason;
  return (
    <Dialog title={`Decline R-${number}`} open={open} onClose={onClose}>
      <form action={act} noValidate className="grid gap-4">
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
        {state.problem && <Notice tone="risk" title={state.problem} announced />}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Keep it open
          </Button>
          <SubmitButton look="danger" busy="Declining…">
            Decline the return
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
