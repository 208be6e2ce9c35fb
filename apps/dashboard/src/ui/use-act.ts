"use client";
import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import { type FormState, typedIn, untouched } from "./form-state.ts";

type Action<State> = (state: State, form: FormData) => Promise<State>;

/**
 * What a form's act answered last, and the act. Its connection may break: the form stays, what was typed stays, and the
 * page says so. Where the answer is lost it is not known whether the act happened, and every act here may safely be
 * asked for again.
 */
export function useAct<State extends FormState>(
  action: Action<State>,
): readonly [state: State, act: (form: FormData) => void] {
  const safely: Action<FormState> = async (state, form) => {
    try {
      return await action(state as State, form);
    } catch (error) {
      unstable_rethrow(error); // a redirect, to the sign-in page for one, is not a fault
      return { typed: typedIn(form), problem: notReached };
    }
  };
  // A state of one's own may say more, and never has to: a form begins as if it had said nothing.
  const [state, act] = useActionState(safely, untouched);
  return [state as State, act];
}

const notReached =
  "Kept did not answer. It is not known whether this was done; look again in a moment. Trying again is safe: nothing is ever paid twice.";
