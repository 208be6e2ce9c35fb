import { z } from "zod";

/** How a page of a list is asked for. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe("How many, at most 100."),
  cursor: z
    .string()
    .regex(/^[\w-]{1,64}$/, "This must be the `next` of a page before.")
    .optional()
    .describe("The `next` of the page before. Left out: the newest."),
};

/** A page as it is answered. */
export function pageOf<T extends z.ZodType>(of: T, id: string) {
  return z
    .strictObject({
      data: z.array(of),
      next: z.string().nullable().describe("The cursor of the next page; null on the last one."),
    })
    .meta({ id, description: "A page of a list, newest first." });
}

/** Cursors are opaque to whoever gets them. */
export function toCursor(id: string | null): string | null {
  return id && Buffer.from(id).toString("base64url");
}

/** What was no cursor of ours finds nothing to begin after. */
export function fromCursor(cursor: string | undefined): string | undefined {
  return cursor && Buffer.from(cursor, "base64url").toString("utf8");
}
