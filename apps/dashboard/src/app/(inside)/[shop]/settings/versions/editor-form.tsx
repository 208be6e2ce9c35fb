"use client";
import type { ReactNode } from "react";
import { Notice } from "../../../../../ui/notice.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Saving } from "./use-saving.ts";

export interface EditorFormProps<S> {
  readonly saving: S;
  readonly legend: string;
  readonly mayChange: boolean;
  /** Mistakes found while typing, beside those that saving found. */
  readonly wrong?: number;
  readonly children: ReactNode;
}

/** A form that is saved as a whole: its fields, what went wrong, and the bar that saves. */
export function EditorForm<T>({ saving, legend, mayChange, wrong, children }: EditorFormProps<Saving<T>>) {
  const { answer, busy, changed, discard, submit } = saving;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset disabled={!mayChange} className="grid gap-5">
        <legend className="sr-only">{legend}</legend>
        {children}
      </fieldset>
      {answer && !answer.ok && answer.problem && (
        <div className="mt-5">
          <Notice tone="risk" title={answer.problem} announced />
        </div>
      )}
      {mayChange && (
        <SaveBar
          changed={changed}
          busy={busy}
          wrong={wrong ?? Object.keys(saving.wrong).length}
          undo={discard}
        />
      )}
    </form>
  );
}
