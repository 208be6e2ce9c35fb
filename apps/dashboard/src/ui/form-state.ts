/** What an action answers to its form. Whatever was typed comes back, so that nothing is lost. */
export interface FormState {
  readonly done?: string;
  /** What went wrong with the whole; beside the button. */
  readonly problem?: string;
  /** What is wrong with single fields, by name. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
}

export const untouched: FormState = {};

/** The texts of a form, by name; files and React's own fields are left out. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  // Whoever calls an action by hand may send anything; nothing typed is what that comes to. PostgreSQL keeps no NUL.
  if (!(form instanceof FormData)) return typed;
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$")) typed[name] = value.replaceAll("\0", "");
  return typed;
}
