import { z } from "zod";

/** RFC 9457: what went wrong, for programs and for people. */
export const problemSchema = z
  .strictObject({
    type: z.url().describe("Names the kind of problem, and explains it where it leads."),
    title: z.string().describe("The kind of problem, in words. The same for every occurrence."),
    status: z.int().min(400).max(599).describe("The HTTP status, again."),
    detail: z.string().describe("What happened this time, and what to do about it."),
    requestId: z
      .string()
      .describe("Names this request, as the answer's `X-Request-Id` does. Tell it to support."),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .regex(/^#(\/.*)?$/)
            .describe("The field, as a JSON pointer into what was sent (RFC 6901): `#/lines/0/quantity`."),
          detail: z.string().describe("What is wrong with it."),
        }),
      )
      .optional()
      .describe("Every field that is wrong, all at once."),
  })
  .meta({ id: "Problem", description: "What went wrong (RFC 9457), sent as `application/problem+json`." });

export type Problem = z.output<typeof problemSchema>;
export type FieldError = NonNullable<Problem["errors"]>[number];

/** Every kind of problem: its status, and what it means. `type` leads to its place on the reference page. */
export const problemKinds = {
  "not-json": { status: 400, title: "The body is not JSON", about: "It could not be read at all." },
  "not-authorized": {
    status: 401,
    title: "No valid API key",
    about: "The key is missing, mistyped or revoked. The answer is the same for each.",
  },
  "scope-missing": {
    status: 403,
    title: "This key may not do that",
    about: "The key is valid and lacks the right that this needs.",
  },
  "order-not-found": {
    status: 404,
    title: "No such order",
    about: "The shop has no order with this id. Another shop's order looks the same.",
  },
  "not-found": {
    status: 404,
    title: "Not there",
    about: "The shop has nothing of that name. What another shop has looks the same.",
  },
  "wrong-method": {
    status: 405,
    title: "Not by this method",
    about: "The path is there and takes other methods; `Allow` names them.",
  },
  "wrong-state": {
    status: 409,
    title: "Not in this state",
    about: "The return has gone on, or something stands in the way; `detail` says what. Nothing was changed.",
  },
  "still-running": {
    status: 409,
    title: "This request is being done",
    about: "Another request with the same `Idempotency-Key` has not been answered yet. Ask again shortly.",
  },
  "too-large": { status: 413, title: "The body is too large", about: "More than 128 KiB were sent." },
  "not-supported": {
    status: 415,
    title: "The body is of another type",
    about: "Send `Content-Type: application/json`.",
  },
  invalid: {
    status: 422,
    title: "The request cannot be followed",
    about:
      "A field is missing or wrong, or the order or the policy speaks against it. `errors` names every field.",
  },
  "same-key-other-request": {
    status: 422,
    title: "This Idempotency-Key was used for something else",
    about: "A name stands for one request, with one body, for a day.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    about: "Wait as many seconds as `Retry-After` says.",
  },
  failed: {
    status: 500,
    title: "Something went wrong here",
    about: "Nothing was changed. Tell us the request id.",
  },
  unavailable: {
    status: 503,
    title: "Shopify or Kept is out of reach",
    about: "Try again after as many seconds as `Retry-After` says.",
  },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** Where the reference explains a kind of problem. */
export function problemType(origin: string, kind: ProblemKind): string {
  return `${origin}/api/v1#problem-${kind}`;
}

export interface ProblemAnswer {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

export function problemOf(
  { kind, detail, errors }: ProblemAnswer,
  { origin, requestId }: { origin: string; requestId: string },
): Problem {
  const { status, title } = problemKinds[kind];
  const named = errors ? { errors: [...errors] } : {};
  return { type: problemType(origin, kind), title, status, detail, requestId, ...named };
}
