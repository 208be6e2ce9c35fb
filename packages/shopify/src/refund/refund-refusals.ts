import type { Answer } from "../admin/answer.ts";

/**
 * Refunds are the one mutation whose errors carry no code, so their texts have to be known. These were recorded on a
 * real store; any other text leaves what happened unknown, and a person or a reading decides.
 */
const texts: readonly { readonly says: RegExp; readonly means: Means }[] = [
  { says: /^Refund amount .* is greater than net payment received/, means: { refused: "OVER_REFUND" } },
  { says: /^Kind \w+ is not a valid transaction$/, means: { refused: "INVALID_TRANSACTION" } },
  {
    says: /^Transactions require a parent_id associated with the order$/,
    means: { refused: "INVALID_TRANSACTION" },
  },
  { says: /^Order (does not exist|not found)\.?$/i, means: { refused: "ORDER_NOT_FOUND" } },
  { says: /request is currently in progress/, means: { unknown: "in_progress" } },
  { says: /same idempotency key cannot be used with different/, means: { unknown: "key_mismatch" } },
  {
    says: /previous request with this idempotency key failed/,
    means: { unknown: "previous_attempt_failed" },
  },
];

type Means =
  | { readonly refused: string }
  | { readonly unknown: "in_progress" | "key_mismatch" | "previous_attempt_failed" };

/** Reads the first error when there is exactly one; several at once were never seen and prove nothing. */
export function refusedByText(
  errors: readonly { readonly field: readonly string[] | null; readonly message: string }[],
  requestId: string | null,
): Answer<never> {
  const [error, second] = errors;
  const known = error && !second ? texts.find(({ says }) => says.test(error.message)) : undefined;
  if (!error || !known) return { kind: "unknown", reason: "unknown_refusal", requestId };
  if ("unknown" in known.means) return { kind: "unknown", reason: known.means.unknown, requestId };
  return {
    kind: "refused",
    code: known.means.refused,
    message: error.message,
    field: error.field,
    requestId,
  };
}
