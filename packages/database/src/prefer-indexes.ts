import { sql } from "drizzle-orm";
import type { Transaction } from "./connection.ts";

/**
 * Has the rest of a transaction read by index where there is one. For questions whose answer is known to be little,
 * which the planner cannot know: it would read every row there is.
 */
export async function preferIndexes(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true)`);
}
