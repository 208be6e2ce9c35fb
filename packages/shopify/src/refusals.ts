import type { Answer } from "./admin/answer.ts";

/** How the Admin API says no inside a successful answer. `UserError` of refunds has no code. */
export interface ShopifyUserError {
  readonly code?: string | null;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/**
 * Judges a payload's user errors. Every one of them must carry a code that is known to mean "looked at and not done";
 * one that does not, or a result beside the errors, leaves what happened unknown. Null when there are no errors.
 */
export function refusal<T>(
  errors: readonly ShopifyUserError[],
  known: ReadonlySet<string>,
  came: { readonly result: unknown; readonly requestId: string | null },
): Answer<T> | null {
  const [first] = errors;
  if (!first) return null;
  const { requestId } = came;
  const detail = errors.map((error) => error.code ?? "NO_CODE").join(",");
  if (came.result !== null && came.result !== undefined) {
    return { kind: "unknown", reason: "contradiction", detail, requestId };
  }
  if (!errors.every((error) => error.code && known.has(error.code))) {
    return { kind: "unknown", reason: "unknown_refusal", detail, requestId };
  }
  return { kind: "refused", code: first.code ?? "", message: first.message, field: first.field, requestId };
}
