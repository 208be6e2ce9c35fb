"use client";
import { useMemo } from "react";
import type { FormState } from "./form-state.ts";

/**
 * A key that is new with every answer to a form. What it stands on is put up anew with what was typed: the browser
 * resets lists and ticks to how they were first drawn, and would lose it.
 */
export function useAttempt(state: FormState): string {
  return useMemo(() => (state === undefined ? "" : crypto.randomUUID()), [state]);
}
