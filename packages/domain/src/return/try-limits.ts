import { createHash } from "node:crypto";
import { sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

/** How often one thing may be tried in a window. */
export interface TryLimit {
  readonly subject: string;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts a try against every limit and answers the seconds to wait when one is exceeded, else null. Subjects are
 * hashed before they are kept. One statement per limit, so that parallel tries cannot slip through together.
 */
export async function countTry(tools: Tools, limits: readonly TryLimit[]): Promise<number | null> {
  return acrossAllShops(tools, async (tx) => {
    let wait: number | null = null;
    for (const { subject, most, seconds } of limits) {
      const window = sql`to_timestamp(floor(extract(epoch from clock_timestamp()) / ${seconds}) * ${seconds})`;
      const [row] = await tx
        .insert(tables.rateLimits)
        .values({ subject: createHash("sha256").update(subject).digest("base64url"), windowStart: window })
        .onConflictDoUpdate({
          target: [tables.rateLimits.subject, tables.rateLimits.windowStart],
          set: { hits: sql`${tables.rateLimits.hits} + 1` },
        })
        .returning({
          hits: tables.rateLimits.hits,
          left: sql<number>`ceil(extract(epoch from ${tables.rateLimits.windowStart}) + ${seconds} - extract(epoch from clock_timestamp()))::int`,
        });
      if (row && row.hits > most) wait = Math.max(wait ?? 0, row.left);
    }
    return wait;
  });
}
