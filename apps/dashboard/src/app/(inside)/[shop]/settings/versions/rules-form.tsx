"use client";
import type { Answer } from "./answer.ts";
import { Changes } from "./changes.tsx";
import { EditorForm, type EditorFormProps } from "./editor-form.tsx";
import type { Saving } from "./use-saving.ts";

type Saved = Extract<Answer, { ok: true }>;

/** A form that saves a version of the rules, and says what saving changed. */
export function RulesForm<T>(props: EditorFormProps<Saving<T, Saved>>) {
  const { answer } = props.saving;
  return (
    <>
      <EditorForm {...props} />
      {answer?.ok && <Changes version={answer.version} changes={answer.changes} />}
    </>
  );
}
