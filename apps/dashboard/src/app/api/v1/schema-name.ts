import { z } from "zod";

/** What a schema is called in the description. Throws for one that has no name. */
export function nameOf(schema: z.ZodType): string {
  const id = z.globalRegistry.get(schema)?.id;
  if (!id) throw new Error("A schema of the API has no name");
  return id;
}
