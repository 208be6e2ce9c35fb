"use client";
import { useActionState } from "react";
import { FieldError } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { sendMessage } from "./message-actions.ts";

export function MessageForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useActionState(safely(sendMessage.bind(null, shop, number)), untouched);
  return (
    <form action={act} noValidate className="grid gap-1.5">
      <div className="flex gap-2">
        <Input
          key={state.done}
          id="message-text"
          name="text"
          aria-label="A message to the customer"
          aria-describedby={state.problem ? "message-text-error" : undefined}
          placeholder="Write to the customer…"
          maxLength={2000}
          defaultValue={state.typed?.text}
          autoComplete="off"
        />
        <SubmitButton look="secondary" busy="Sending…">
          Send
        </SubmitButton>
      </div>
      <FieldError id="message-text" error={state.problem} />
    </form>
  );
}
