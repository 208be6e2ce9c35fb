import { notFound } from "next/navigation";
import type { z } from "zod";

/**
 * What an action was asked, held to its schema. Our own pages send nothing else; whoever does is answered like somebody
 * who asks for what is not there.
 */
export function heldTo<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const read = schema.safeParse(value);
  return read.success ? read.data : notFound();
}
