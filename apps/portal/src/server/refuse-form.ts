import { redirect } from "next/navigation";
import { carryBack, typedIn } from "./carry-back.ts";
import { env } from "./env.ts";
import { exchange, type RefusedForm } from "./exchange.ts";

/**
 * Ends an action: its page is shown again with everything typed and what is wrong with it ("" is the form itself).
 * The page is fetched, so that refresh and the back button never ask to send a form again. Only a form too long to
 * travel is shown in the same answer.
 */
export function refuseForm(
  form: RefusedForm["form"],
  problems: Readonly<Record<string, string>>,
  typed: FormData = new FormData(),
  facts: Readonly<Record<string, string | number>> = {},
): void {
  const current = exchange();
  carryBack(current, env().linkKey, { form, problems, typed: typedIn(typed), facts });
  if (current.sealed) redirect(current.path);
}
