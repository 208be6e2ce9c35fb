import { randomBytes } from "node:crypto";
import { and, eq, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";

/** A draft, as whoever opened it knows it: its key, and until when. */
export interface OpenedDraft {
  readonly key: string;
  readonly expiresAt: Date;
}

const draftHours = 24;

/**
 * Opens a draft for an order whose customer proved to be there. It is named by 16 random bytes and lives a day. Opened
 * again with the same `id`, it is the draft that is there already.
 */
export async function startDraft(
  tx: Transaction,
  ctx: ShopContext,
  order: { id: string; name: string },
  locale: string,
  id: string = v7(),
): Promise<OpenedDraft> {
  const key = randomBytes(16).toString("base64url");
  const expiresAt = new Date(ctx.clock.now().getTime() + draftHours * 3_600_000);
  const { returnDrafts } = tables;
  const opened = await tx
    .insert(returnDrafts)
    .values({ id, shopId: ctx.shop.id, key, orderGid: order.id, orderName: order.name, locale, expiresAt })
    .onConflictDoNothing()
    .returning({ key: returnDrafts.key });
  if (opened.length > 0) return { key, expiresAt };
  const [known] = await tx
    .select({ key: returnDrafts.key, expiresAt: returnDrafts.expiresAt })
    .from(returnDrafts)
    .where(and(eq(returnDrafts.shopId, ctx.shop.id), eq(returnDrafts.id, id)));
  if (!known) throw new Error("A draft is neither new nor there");
  return known;
}
