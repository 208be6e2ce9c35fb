import { type Transaction, tables } from "@kept/database";
import { v5 } from "uuid";
import type { Actor, ShopContext } from "../context.ts";
import type { Side } from "./ledger.ts";

export interface Posting {
  readonly sides: readonly Side[];
  readonly currency: string;
  /** Shopify's record it answers to. One record is booked once per cause. */
  readonly remoteGid: string;
  readonly cause: string;
  readonly customerGid: string | null;
  readonly returnId?: string | null;
  readonly legId?: string | null;
  readonly happenedAt?: Date;
  readonly reason?: string;
}

/**
 * Writes one posting: entries that sum to zero. Its name follows from what it books, and the database refuses a
 * second one of the same record and cause, and anything that does not balance (I6).
 */
export async function post(tx: Transaction, ctx: ShopContext, posting: Posting): Promise<void> {
  const { sides, cause, remoteGid, happenedAt } = posting;
  const entry = {
    shopId: ctx.shop.id,
    postingId: v5(`${ctx.shop.id}|${remoteGid}|${cause}`, postings),
    currency: posting.currency,
    customerGid: posting.customerGid,
    returnId: posting.returnId ?? null,
    legId: posting.legId ?? null,
    remoteGid,
    cause,
    actor: nameOf(ctx.actor),
    reason: posting.reason ?? null,
    ...(happenedAt && { happenedAt }),
  };
  await tx
    .insert(tables.ledgerEntries)
    .values(sides.map(({ account, minor }) => ({ ...entry, account, amountMinor: minor })));
}

function nameOf(actor: Actor): string {
  return actor.kind === "system" ? actor.name : actor.kind;
}

/** The namespace of postings' names. */
const postings = "0f0d5c0e-53f4-5c8b-9a51-7b0f7a6e2d11";
