import { createHash } from "node:crypto";
import { eq, sql, type Transaction, tables } from "@kept/database";
import type { Actor, ShopContext } from "../context.ts";

/** What somebody did, for the log that cannot be rewritten. Ids and hashes only: never a customer's name or words. */
export interface AuditEntry {
  /** "policy.saved", "return.approved", "key.created": a noun and what became of it. */
  readonly act: string;
  /** What it was done to: a return's id, a policy's version, a key's id. */
  readonly subject?: string | null;
  /** What was there before and after; only its hash is kept. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Adds an entry in the transaction of what it tells. The database numbers, dates and chains it (one at a time per
 * shop), and lets nobody change it afterwards.
 */
export async function audit(tx: Transaction, ctx: ShopContext, entry: AuditEntry): Promise<void> {
  await auditFor(tx, { shopId: ctx.shop.id, actor: ctx.actor, ip: ctx.ip }, entry);
}

/** The same for acts about a shop that are decided elsewhere: who may reach it, and who may not any more. */
export async function auditFor(
  tx: Transaction,
  who: { shopId: string; actor: Actor; ip?: string | null },
  entry: AuditEntry,
): Promise<void> {
  const { act, subject = null, detail = {} } = entry;
  await tx.execute(sql`
    insert into audit_entries (shop_id, act, actor, ip, subject, before_hash, after_hash, detail)
    values (${who.shopId}, ${act}, ${JSON.stringify(named(who.actor))}::jsonb, ${who.ip ?? null}, ${subject},
            ${hashOf(entry.before)}, ${hashOf(entry.after)}, ${JSON.stringify(detail)}::jsonb)`);
}

/** The same in every shop of an organization: who is in it decides about all of them. */
export async function auditInShopsOf(
  tx: Transaction,
  who: { organizationId: string; actor: Actor },
  entry: AuditEntry,
): Promise<void> {
  const { shops } = tables;
  const own = await tx
    .select({ id: shops.id })
    .from(shops)
    .where(eq(shops.organizationId, who.organizationId));
  for (const { id } of own) await auditFor(tx, { shopId: id, actor: who.actor }, entry);
}

/** Staff are named; customers are not: their names are theirs to have removed. */
function named(actor: Actor): Record<string, unknown> {
  return actor.kind === "customer" ? { kind: "customer" } : { ...actor };
}

function hashOf(value: unknown): Buffer | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
  return createHash("sha256").update(text).digest();
}
