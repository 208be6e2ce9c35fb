"use client";
import { useEffect } from "react";
import type { FormState } from "../../../ui/form-state.ts";

/** `enter`: the link that signs in, once. */
export interface EnterState extends FormState {
  readonly enter?: string;
}

/** Follows the link as the browser itself would: anything that looks at it beforehand would use it up. */
export function useEntering({ enter }: EnterState): boolean {
  useEffect(() => {
    if (enter) window.location.assign(enter);
  }, [enter]);
  return enter !== undefined;
}
