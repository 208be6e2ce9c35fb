import { randomBytes } from "node:crypto";
import { type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";

/** A draft, as whoever opened it knows it: its key, and until when. */
export interface OpenedDraft {
  readonly key: string;
  readonly expiresAt: Date;
}

const draftHours = 24;

/** Opens a draft for an order whose customer proved to be there. It is named by 16 random bytes and lives a day. */
export async function startDraft(
  tx: Transaction,
  ctx: ShopContext,
  order: { id: string; name: string },
  locale: string,
): Promise<OpenedDraft> {
  const key = randomBytes(16).toString("base64url");
  const expiresAt = new Date(ctx.clock.now().getTime() + draftHours * 3_600_000);
  await tx.insert(tables.returnDrafts).values({
    shopId: ctx.shop.id,
    key,
    orderGid: order.id,
    orderName: order.name,
    locale,
    expiresAt,
  });
  return { key, expiresAt };
}
