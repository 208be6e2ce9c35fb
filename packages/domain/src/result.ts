/** What a verb answers: its value, or a refusal the caller must put into words. Bugs and outages throw instead. */
export type Result<T, E extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** An expected "no", named in the language of the domain, with the facts a sentence about it needs. */
export interface Refusal<C extends string = string> {
  readonly code: C;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<const C extends string>(
  code: C,
): { readonly ok: false; readonly error: { readonly code: C } };
export function refused<const C extends string, F extends object>(
  code: C,
  facts: F,
): { readonly ok: false; readonly error: { readonly code: C } & F };
export function refused(code: string, facts: object = {}) {
  return { ok: false, error: { code, ...facts } };
}
