import { z } from "zod";
import type { Answer, NotExecutedReason, Unknown } from "./answer.ts";
import type { Outcome } from "./exchange.ts";
import { type ThrottleStatus, throttleStatus, waitForPoints } from "./throttle.ts";

/**
 * Says what a mutation's outcome proves. The table is closed: what is not listed as proof of execution or of
 * non-execution is `unknown`. `done` means here that Shopify answered with data and without errors; whether the
 * answer agrees with the request is for the operation to judge.
 */
export function classify(outcome: Outcome): Classified {
  const read = outcome.kind === "response" ? parse(outcome.body) : null;
  const throttle = throttleStatus(read?.extensions);
  return { answer: judge(outcome, read, throttle), throttle };
}

export interface Classified {
  readonly answer: Answer<Record<string, unknown>>;
  /** What the answer says about the points that are left. Null when it says nothing. */
  readonly throttle: ThrottleStatus | null;
}

function judge(
  outcome: Outcome,
  read: Envelope | null,
  throttle: ThrottleStatus | null,
): Answer<Record<string, unknown>> {
  if (outcome.kind === "timeout") return { kind: "unknown", reason: "timeout" };
  if (outcome.kind === "connection_lost") {
    return { kind: "unknown", reason: "connection_lost", detail: outcome.code };
  }
  const { requestId } = outcome.headers;
  const turnedAway = doors.get(outcome.status);
  if (turnedAway) {
    return { kind: "not_executed", reason: turnedAway, requestId, ...retryAfter(outcome.headers.retryAfter) };
  }
  if (outcome.status !== 200) {
    const reason = outcome.status >= 500 ? "server_error" : "unexpected_status";
    return { kind: "unknown", reason, detail: String(outcome.status), requestId };
  }
  if (!read) return { kind: "unknown", reason: "unreadable", requestId };
  const errors = read.errors ?? [];
  if (errors.length > 0) {
    const throttled = errors.every((error) => error.extensions?.code === "THROTTLED");
    if (throttled && (read.data === undefined || read.data === null)) {
      return { kind: "not_executed", reason: "throttled", requestId, ...pointsBack(throttle) };
    }
    return { ...unknownErrors(errors), requestId };
  }
  if (!read.data) return { kind: "unknown", reason: "unreadable", requestId };
  return { kind: "done", value: read.data, requestId };
}

/** Statuses with which Shopify turns a request away before running it. */
const doors: ReadonlyMap<number, NotExecutedReason> = new Map([
  [401, "unauthorized"],
  [402, "payment_required"],
  [403, "forbidden"],
  [404, "not_found"],
  [423, "locked"],
  [429, "throttled"],
]);

const error = z.object({
  message: z.string().optional(),
  extensions: z.object({ code: z.string().optional() }).nullish(),
});

const envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(error).nullish(),
  extensions: z.unknown().optional(),
});

type Envelope = z.infer<typeof envelope>;

function parse(body: string): Envelope | null {
  try {
    const read = envelope.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Top-level errors may sit below a mutation that was committed: they prove nothing, but their codes help a person. */
function unknownErrors(errors: readonly z.infer<typeof error>[]): Unknown {
  const codes = [...new Set(errors.map((e) => e.extensions?.code ?? "NO_CODE"))];
  const reason = codes.map((code) => namedErrors.get(code)).find((name) => name !== undefined) ?? "errors";
  return { kind: "unknown", reason, detail: codes.join(",").slice(0, 200) };
}

const namedErrors: ReadonlyMap<string, Unknown["reason"]> = new Map([
  ["ACCESS_DENIED", "access_denied"],
  ["INTERNAL_SERVER_ERROR", "server_error"],
  ["IDEMPOTENCY_CONCURRENT_REQUEST", "in_progress"],
  ["IDEMPOTENCY_KEY_PARAMETER_MISMATCH", "key_mismatch"],
  ["IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", "previous_attempt_failed"],
]);

function pointsBack(status: ThrottleStatus | null): { retryAfterMs?: number } {
  return status ? { retryAfterMs: waitForPoints(status) } : {};
}

/** The header counts in seconds, sometimes with a fraction ("2.0"). */
function retryAfter(header: string | null): { retryAfterMs?: number } {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.ceil(seconds * 1000) } : {};
}
