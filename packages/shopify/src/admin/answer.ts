/**
 * What came of one mutation. There are four kinds, and no fifth:
 *
 * - `done`: Shopify did it and said so, and what it said agrees with what was asked.
 * - `refused`: Shopify looked at it and declined with a code we know. Nothing happened.
 * - `not_executed`: proof that it never ran (throttled, turned away at the door, no connection).
 * - `unknown`: everything else. It may have happened: look it up, never send it again blindly.
 */
export type Answer<T> = Done<T> | Refused | NotExecuted | Unknown;

export interface Done<T> {
  readonly kind: "done";
  readonly value: T;
  readonly requestId: string | null;
}

export interface Refused {
  readonly kind: "refused";
  /** Shopify's own code, "CREDIT_LIMIT_EXCEEDED", or ours where Shopify gives none. */
  readonly code: string;
  /** Shopify's sentence: for the record and for staff, never for customers and never for a decision. */
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly requestId: string | null;
}

export interface NotExecuted {
  readonly kind: "not_executed";
  readonly reason: NotExecutedReason;
  /** How long to wait, when Shopify said. */
  readonly retryAfterMs?: number;
  readonly requestId?: string | null;
}

export type NotExecutedReason =
  | "throttled"
  | "unauthorized"
  | "payment_required"
  | "forbidden"
  | "not_found"
  | "locked"
  | "unreachable"
  | "too_late";

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  /** Facts for the person who will look: a status, a code. Never customer data. */
  readonly detail?: string;
  readonly requestId?: string | null;
}

export type UnknownReason =
  | "timeout"
  | "connection_lost"
  | "server_error"
  | "unexpected_status"
  | "unreadable"
  | "errors"
  | "access_denied"
  | "unknown_refusal"
  | "contradiction"
  | "mismatch"
  | "in_progress"
  | "previous_attempt_failed"
  | "key_mismatch";

/** Reads on from a `done`; every other answer stays what it is. */
export function settle<T, U>(
  answer: Answer<T>,
  judge: (value: T, requestId: string | null) => Answer<U>,
): Answer<U> {
  return answer.kind === "done" ? judge(answer.value, answer.requestId) : answer;
}
