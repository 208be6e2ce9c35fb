"use client";
import { unstable_rethrow } from "next/navigation";
import { type FormState, typedIn } from "./form-state.ts";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * An action whose connection may break: the form stays, what was typed stays, and the page says so. Where the answer is
 * lost it is not known whether the act happened, and every act here may safely be asked for again.
 */
export function safely(action: Action): Action {
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      unstable_rethrow(error); // a redirect, to the sign-in page for one, is not a fault
      return { typed: typedIn(form), problem: notReached };
    }
  };
}

const notReached =
  "Kept did not answer. It is not known whether this was done; look again in a moment. Trying again is safe: nothing is ever paid twice.";
