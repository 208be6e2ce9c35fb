import { and, eq, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { move } from "./ledger.ts";
import type { MovementCause, MovementRow } from "./movement.ts";
import { wayOf } from "./movement.ts";
import { nameMovement } from "./observations.ts";
import { post } from "./post.ts";

/** Books a movement that is not ours, at the time Shopify gave it. Call it with the account locked. */
export async function postMovement(
  tx: Transaction,
  ctx: ShopContext,
  movement: MovementRow,
  as: { cause: MovementCause; customerGid: string; returnId: string | null },
): Promise<void> {
  const { amountMinor } = movement;
  await post(tx, ctx, {
    sides: move(wayOf(movement, as.cause), amountMinor < 0n ? -amountMinor : amountMinor),
    currency: movement.currency,
    remoteGid: movement.remoteGid,
    cause: as.cause,
    customerGid: as.customerGid,
    returnId: as.returnId,
    happenedAt: movement.happenedAt,
  });
  await nameMovement(tx, ctx, movement.id, { postedAs: as.cause });
}

/** Takes back what a movement was booked as, by entries of the opposite sign: history is added to, never edited. */
export async function undoPosting(tx: Transaction, ctx: ShopContext, movement: MovementRow): Promise<void> {
  const { ledgerEntries } = tables;
  const cause = movement.postedAs ?? "";
  const entries = await tx
    .select()
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.shopId, ctx.shop.id),
        eq(ledgerEntries.remoteGid, movement.remoteGid),
        eq(ledgerEntries.cause, cause),
      ),
    );
  const [first] = entries;
  if (!first) return;
  await post(tx, ctx, {
    sides: entries.map(({ account, amountMinor }) => ({ account, minor: -amountMinor })),
    currency: first.currency,
    remoteGid: movement.remoteGid,
    cause: `${cause}_undone`,
    customerGid: first.customerGid,
    returnId: first.returnId,
  });
}
