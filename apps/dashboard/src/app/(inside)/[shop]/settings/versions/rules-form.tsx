"use client";
import type { ReactNode } from "react";
import { Notice } from "../../../../../ui/notice.tsx";
import { Changes } from "./changes.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Saving } from "./use-saving.ts";

interface Props<T> {
  saving: Saving<T>;
  legend: string;
  mayChange: boolean;
  /** Mistakes found while typing, beside those that saving found. */
  wrong?: number;
  children: ReactNode;
}

/** A form that saves a version of the rules: its fields, what went wrong, the bar that saves, and what saving changed. */
export function RulesForm<T>({ saving, legend, mayChange, wrong, children }: Props<T>) {
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
      {answer?.ok && <Changes version={answer.version} changes={answer.changes} />}
    </form>
  );
}
