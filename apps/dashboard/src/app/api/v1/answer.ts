import type { Allowance } from "@kept/domain";
import { type ProblemAnswer, problemKinds, problemOf } from "./problem.ts";

/** What an endpoint says: its answer and the language it is in, or a problem. */
export type Said =
  | { readonly ok: true; readonly body?: unknown; readonly language?: string; readonly status?: number }
  | { readonly ok: false; readonly problem: ProblemAnswer };

/** The same as it is sent, and as it is kept to be repeated. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly language?: string;
  readonly retryAfterSeconds?: number;
  readonly replayed?: boolean;
}

export function answerOf(said: Said, origin: string, requestId: string): Answer {
  if (said.ok) {
    const { body, language, status = 200 } = said;
    return { status, body, ...(language !== undefined && { language }) };
  }
  const { problem } = said;
  const { status } = problemKinds[problem.kind];
  const wait = problem.retryAfterSeconds;
  return {
    status,
    body: problemOf(problem, { origin, requestId }),
    language: "en",
    ...(wait !== undefined && { retryAfterSeconds: wait }),
  };
}

export function headersOf(
  { status, body, language, retryAfterSeconds, replayed }: Answer,
  { requestId, allowance }: { requestId: string; allowance: Allowance | null },
): Headers {
  const problem = status >= 400;
  return new Headers({
    ...(body !== undefined && { "content-type": problem ? "application/problem+json" : "application/json" }),
    ...(language !== undefined && { "content-language": language }),
    ...(language !== undefined && !problem && { vary: "Accept-Language" }),
    ...(status === 401 && { "www-authenticate": 'Bearer realm="Kept"' }),
    ...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
    ...(replayed && { "idempotent-replayed": "true" }),
    ...(allowance && {
      "ratelimit-policy": `"key";q=${allowance.most};w=${allowance.windowSeconds}`,
      ratelimit: `"key";r=${allowance.left};t=${allowance.resetSeconds}`,
    }),
    "x-request-id": requestId,
    "cache-control": "no-store",
  });
}
