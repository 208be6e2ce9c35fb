"use client";
import { useActionState } from "react";
import { FieldError } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { note } from "./actions.ts";

export function NoteForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useActionState(safely(note.bind(null, shop, number)), untouched);
  const error = state.fields?.text ?? state.problem;
  return (
    <form action={act} noValidate className="grid gap-1.5">
      <div className="flex gap-2">
        <Input
          key={state.done}
          id="note-text"
          name="text"
          aria-label="A note for your team; customers never see it"
          aria-describedby={error ? "note-text-error" : undefined}
          placeholder="Add a note for your team…"
          maxLength={2000}
          defaultValue={state.typed?.text}
          autoComplete="off"
        />
        <SubmitButton look="secondary" busy="Adding…">
          Add
        </SubmitButton>
      </div>
      <FieldError id="note-text" error={error} />
    </form>
  );
}
