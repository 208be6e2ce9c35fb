import { and, eq, inArray, isNull, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { freezeLane } from "../issuance/lane.ts";
import type { AccountRecord } from "./account.ts";
import { type Found, freezes, needsPerson } from "./reconciliation.ts";

const { differences } = tables;

/** Puts what was found on record, once each; what needs nobody is settled by having been booked. Answers how many are new. */
export async function recordFound(
  tx: Transaction,
  ctx: ShopContext,
  account: { readonly laneId: string; readonly customerGid: string | null; readonly currency: string },
  found: readonly Found[],
): Promise<number> {
  if (found.length === 0) return 0;
  const { laneId, customerGid, currency } = account;
  const rows = found.map((each) => ({
    shopId: ctx.shop.id,
    laneId,
    customerGid,
    currency,
    ...each,
    ...(!needsPerson(each.kind) && {
      action: "posted" as const,
      resolvedBy: ctx.actor,
      resolvedAt: sql`clock_timestamp()`,
    }),
  }));
  const added = await tx
    .insert(differences)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: differences.id, kind: differences.kind });
  if (laneId && added.some(({ kind }) => freezes.includes(kind)))
    await freezeLane(tx, ctx, laneId, "second_transaction");
  return added.length;
}

/**
 * Differences that a later reading does not show any more are over by themselves: what was missing has come, the
 * balance follows again.
 */
export async function closeGone(
  tx: Transaction,
  ctx: ShopContext,
  account: AccountRecord,
  found: readonly Found[],
): Promise<void> {
  const still = new Set(found.map(({ key }) => key));
  const open = await tx
    .select({ id: differences.id, key: differences.key })
    .from(differences)
    .where(
      and(
        eq(differences.shopId, ctx.shop.id),
        eq(differences.laneId, account.laneId),
        isNull(differences.resolvedAt),
        inArray(differences.kind, ["missing", "unexplained"]),
      ),
    );
  const gone = open.filter(({ key }) => !still.has(key)).map(({ id }) => id);
  if (gone.length === 0) return;
  await tx
    .update(differences)
    .set({ action: "gone", resolvedBy: ctx.actor, resolvedAt: sql`clock_timestamp()` })
    .where(and(eq(differences.shopId, ctx.shop.id), inArray(differences.id, gone)));
}
