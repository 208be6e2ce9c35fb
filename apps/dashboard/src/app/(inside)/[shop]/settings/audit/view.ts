import { z } from "zod";
import { nouns } from "./audit-words.ts";

const View = z.object({
  act: z
    .enum(Object.keys(nouns) as [string, ...string[]])
    .optional()
    .catch(undefined),
  /** Goes through every entry again, also those that the last night went through. */
  check: z.enum(["all"]).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});

/** What the address asks to see; what it cannot mean is left out. */
export function viewOf(query: unknown): z.output<typeof View> {
  return View.parse(query);
}
