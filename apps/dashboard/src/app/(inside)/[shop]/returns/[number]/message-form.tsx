"use client";
import { describedBy, FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Textarea } from "../../../../../ui/input.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { sendMessage } from "./message-actions.ts";

/** `byLetter`: whether the customer gets an e-mail with what is written here. */
export function MessageForm({ shop, number, byLetter }: { shop: string; number: number; byLetter: boolean }) {
  const [state, act] = useAct(sendMessage.bind(null, shop, number));
  return (
    <Form state={state} action={act} className="grid gap-1.5">
      <div className="grid justify-items-start gap-2">
        <Textarea
          id="message-text"
          name="text"
          aria-label="A message to the customer"
          {...describedBy("message-text", { hint: true, error: state.problem })}
          placeholder="Write to the customer…"
          maxLength={2000}
          defaultValue={state.typed?.text}
          rows={2}
          dir="auto"
        />
        <p id="message-text-hint" className="text-sm text-ink-2">
          {byLetter
            ? "The customer gets it by e-mail, and answers on the return's page."
            : "The customer finds it on the return's page and answers there; no e-mail goes out."}
        </p>
        <SubmitButton look="secondary" busy="Sending…">
          Send
        </SubmitButton>
      </div>
      <FieldError id="message-text" error={state.problem} />
    </Form>
  );
}
