"use client";
import { type ComponentProps, useEffect, useRef } from "react";
import type { FormState } from "./form-state.ts";

/**
 * A form that loses nothing. React puts a form back to how it was first drawn after every act, also after one that was
 * refused or never arrived; here only after one that was done, so that what was typed, chosen and ticked stays.
 */
export function Form({ state, ...rest }: ComponentProps<"form"> & { state: FormState }) {
  const form = useRef<HTMLFormElement>(null);
  const refused = Boolean(state.problem || state.fields || state.typed);
  useEffect(() => {
    const element = form.current;
    // While React resets it calls no handlers of its own; the attribute is as new as the answer by then.
    const keep = (event: Event) => {
      if (element?.dataset.refused) event.preventDefault();
    };
    element?.addEventListener("reset", keep);
    return () => element?.removeEventListener("reset", keep);
  }, []);
  return <form ref={form} noValidate data-refused={refused || undefined} {...rest} />;
}
