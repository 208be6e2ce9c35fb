import type { z } from "zod";

/** The first thing wrong with each field: field name to the code its schema gave. */
export function fieldProblems(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[issue.path.join(".")] ??= issue.message;
  return problems;
}
