import { createHash } from "node:crypto";
import { sql, tables } from "@kept/database";
import { acrossAllShops } from "../tools.ts";
import type { ApiContext } from "./api-context.ts";

/** How much of its allowance a key has left, and when it begins anew. */
export interface Allowance {
  readonly most: number;
  readonly windowSeconds: number;
  readonly left: number;
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

/** Requests a minute of one key. */
export const requestsPerMinute = 600;

/** Counts a request of a key; one statement, so that requests at the same moment cannot slip through together. */
export async function takeFromAllowance(ctx: ApiContext): Promise<Allowance> {
  const windowSeconds = 60;
  const { rateLimits } = tables;
  const subject = createHash("sha256").update(`api|${ctx.keyId}`).digest("base64url");
  const window = sql`to_timestamp(floor(extract(epoch from clock_timestamp()) / ${windowSeconds}) * ${windowSeconds})`;
  const [row] = await acrossAllShops(ctx.tools, (tx) =>
    tx
      .insert(rateLimits)
      .values({ subject, windowStart: window })
      .onConflictDoUpdate({
        target: [rateLimits.subject, rateLimits.windowStart],
        set: { hits: sql`${rateLimits.hits} + 1` },
      })
      .returning({
        hits: rateLimits.hits,
        reset: sql<number>`ceil(extract(epoch from ${rateLimits.windowStart}) + ${windowSeconds} - extract(epoch from clock_timestamp()))::int`,
      }),
  );
  const hits = row?.hits ?? requestsPerMinute;
  return {
    most: requestsPerMinute,
    windowSeconds,
    left: Math.max(0, requestsPerMinute - hits),
    resetSeconds: Math.max(1, row?.reset ?? windowSeconds),
    exceeded: hits > requestsPerMinute,
  };
}
