import { sql, type Transaction } from "@kept/database";

/**
 * Takes the turn to book on one account, until the transaction ends: a leg that is confirmed and a reconciliation that
 * finds its transaction never both book it. Taken after the return's and the leg's own locks, never before.
 */
export async function lockAccount(tx: Transaction, laneId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${laneId}, 20261128))`);
}
