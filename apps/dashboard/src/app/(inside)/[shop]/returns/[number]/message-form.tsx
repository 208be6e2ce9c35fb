"use client";
import { FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Textarea } from "../../../../../ui/input.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { sendMessage } from "./message-actions.ts";

export function MessageForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useAct(sendMessage.bind(null, shop, number));
  return (
    <Form state={state} action={act} className="grid gap-1.5">
      <div className="grid justify-items-start gap-2">
        <Textarea
          id="message-text"
          name="text"
          aria-label="A message to the customer"
          aria-describedby={state.problem ? "message-text-error" : undefined}
          placeholder="Write to the customer…"
          maxLength={2000}
          defaultValue={state.typed?.text}
          rows={2}
          dir="auto"
        />
        <SubmitButton look="secondary" busy="Sending…">
          Send
        </SubmitButton>
      </div>
      <FieldError id="message-text" error={state.problem} />
    </Form>
  );
}
