/** `sent`: Resend has it. `refused`: this letter will never go out as it is. `retry`: ask again later, same key. */
export type PostResult =
  | { readonly kind: "sent"; readonly id: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "retry"; readonly reason: string };

interface Answer {
  readonly data: { readonly id: string } | null;
  readonly error: { readonly name: string; readonly statusCode: number | null } | null;
}

/** A doubt is a retry: the key makes a second asking harmless. */
export function resultOf({ data, error }: Answer): PostResult {
  if (data?.id) return { kind: "sent", id: data.id };
  if (!error) return { kind: "retry", reason: "no_answer" };
  const reason = error.name || `status_${error.statusCode ?? "none"}`;
  // 403: our account or sender's domain, not the letter. https://resend.com/docs/api-reference/errors
  const wrong = letterIsWrong.has(error.name) && error.statusCode !== 403;
  return { kind: wrong ? "refused" : "retry", reason };
}

/** Resend's names for faults of the letter itself. Faults of our account pass once somebody mends the account. */
const letterIsWrong: ReadonlySet<string> = new Set([
  "invalid_idempotency_key",
  "invalid_idempotent_request",
  "invalid_parameter",
  "missing_required_field",
  "validation_error",
  "invalid_attachment",
]);
