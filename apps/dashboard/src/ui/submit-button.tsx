"use client";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type Look } from "./button.tsx";
import { Spinner } from "./spinner.tsx";

interface Props {
  children: ReactNode;
  /** What is said while the form is on its way: "Saving…". */
  busy: string;
  look?: Look;
  size?: "small" | "medium" | "large";
  name?: string;
  value?: string;
  disabled?: boolean;
  className?: string;
}

/** Sends its form; while it is on its way a second press does nothing, and the button says what is happening. */
export function SubmitButton({ children, busy, look = "primary", ...rest }: Props) {
  const { pending, data } = useFormStatus();
  const mine = pending && (!rest.name || data?.get(rest.name) === rest.value);
  return (
    <Button
      type="submit"
      look={look}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {mine && <Spinner />}
      {mine ? busy : children}
    </Button>
  );
}
