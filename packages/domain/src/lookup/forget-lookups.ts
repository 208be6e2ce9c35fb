import { lt, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

const { lookups, rateLimits } = tables;

/**
 * Forgets what visitors typed to find an order, an hour after it ran out, in all shops; and the tries that were counted
 * in windows long closed: the longest is an hour.
 */
export async function forgetLookups(tools: Tools): Promise<void> {
  await acrossAllShops(tools, async (tx) => {
    await tx.delete(lookups).where(lt(lookups.expiresAt, sql`clock_timestamp() - interval '1 hour'`));
    await tx.delete(rateLimits).where(lt(rateLimits.windowStart, sql`clock_timestamp() - interval '1 day'`));
  });
}
