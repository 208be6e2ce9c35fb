"use client";
import { describedBy, FieldError } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { note } from "./actions.ts";

export function NoteForm({ shop, number }: { shop: string; number: number }) {
  const [state, act] = useAct(note.bind(null, shop, number));
  const error = state.fields?.text ?? state.problem;
  return (
    <Form state={state} action={act} className="grid gap-1.5">
      <div className="flex gap-2">
        <Input
          id="note-text"
          name="text"
          aria-label="A note for your team; customers never see it"
          {...describedBy("note-text", { error })}
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
    </Form>
  );
}
