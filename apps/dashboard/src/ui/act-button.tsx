"use client";
import { useState, useTransition } from "react";
import { Button } from "./button.tsx";
import type { FormState } from "./form-state.ts";
import { Spinner } from "./spinner.tsx";
import { echo } from "./toast.tsx";

interface Props {
  label: string;
  /** Of what, for whoever cannot see the row the button stands in. */
  about: string;
  busy: string;
  act(): Promise<FormState>;
}

/** An act that can be done at once and harms nothing. What came of it is said beside it. */
export function ActButton({ label, about, busy, act }: Props) {
  const [pending, start] = useTransition();
  const [state, setState] = useState<FormState>({});
  const press = () =>
    start(async () => {
      const answer: FormState = await act().catch(() => ({
        problem: "Kept did not answer. Try again in a moment.",
      }));
      setState(answer);
      if (answer.done) echo(answer.done);
    });
  return (
    <>
      <Button size="small" aria-disabled={pending || undefined} onClick={() => !pending && press()}>
        {pending && <Spinner />}
        {pending ? busy : label}
        <span className="sr-only"> {about}</span>
      </Button>
      {state.problem && (
        <p role="alert" className="mt-1 text-sm text-risk-ink">
          {state.problem}
        </p>
      )}
    </>
  );
}
