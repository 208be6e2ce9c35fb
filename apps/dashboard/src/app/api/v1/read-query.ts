import type { z } from "zod";
import { fieldErrors } from "./field-errors.ts";
import type { ProblemAnswer } from "./problem.ts";

/** Holds the query of an address to a schema; what it does not know is a mistake, and named. */
export function readQuery<S extends z.ZodType>(
  request: Request,
  schema: S,
): { ok: true; value: z.output<S> } | { ok: false; problem: ProblemAnswer } {
  const sent = Object.fromEntries(new URL(request.url).searchParams);
  const read = schema.safeParse(sent);
  if (read.success) return { ok: true, value: read.data };
  const detail = "Some of the query is wrong; `errors` names each part by its name.";
  return { ok: false, problem: { kind: "invalid", detail, errors: fieldErrors(read.error, sent) } };
}
