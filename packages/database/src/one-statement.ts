import { type SQLWrapper, sql } from "drizzle-orm";
import type { Transaction } from "./connection.ts";

/**
 * Carries out several writes as one statement. None sees what another does: what they name of each other is known
 * beforehand. Foreign keys are looked at when all of them are done.
 */
export async function inOneStatement(tx: Transaction, writes: readonly SQLWrapper[]): Promise<void> {
  if (writes.length === 0) return;
  const named = writes.map((write, place) => sql`${sql.identifier(`write_${place}`)} as ${write}`);
  await tx.execute(sql`with ${sql.join(named, sql`, `)} select 1`);
}
