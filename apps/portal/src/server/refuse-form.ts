import { redirect } from "next/navigation";
import { sealForm } from "./carried-form.ts";
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
  current.refused = { form, problems, typed: typedIn(typed), facts };
  current.status = 422;
  current.sealed = sealForm(env().linkKey, current.path, current.refused, new Date());
  if (current.sealed) redirect(current.path);
}

/** What a person typed; React's own hidden fields stay out of it. */
function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed[name] = value;
  }
  return typed;
}
