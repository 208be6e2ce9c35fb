"use client";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import type { FormState } from "./form-state.ts";
import { Spinner } from "./spinner.tsx";
import { echo } from "./toast.tsx";

interface Props {
  /** On the button; `about` says of what, for whoever cannot see the row it stands in. */
  label: string;
  about: string;
  /** The question, and what a yes means. */
  title: string;
  children: ReactNode;
  confirm: string;
  busy: string;
  keep?: string;
  danger?: boolean;
  act(): Promise<FormState>;
}

/** An act that is asked about once more: it says what it means first, and what went wrong if it did. */
export function ConfirmButton(props: Props) {
  const { label, about, title, children, confirm, busy, keep = "Keep it", danger = true, act } = props;
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const press = () =>
    start(async () => {
      const answer = await act().catch(() => null);
      if (answer?.done) {
        echo(answer.done);
        setOpen(false);
      }
      setProblem(answer?.done ? null : (answer?.problem ?? "Kept did not answer. Look again in a moment."));
    });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {label}
        <span className="sr-only"> {about}</span>
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <div className="text-left text-ink-2">{children}</div>
        {problem && (
          <p role="alert" className="mt-3 text-left text-sm text-risk-ink">
            {problem}
          </p>
        )}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>{keep}</Button>
          <Button
            look={danger ? "danger" : "primary"}
            aria-disabled={pending || undefined}
            onClick={() => !pending && press()}
          >
            {pending && <Spinner />}
            {pending ? busy : confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
