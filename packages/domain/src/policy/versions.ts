import { and, desc, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Policy, type PolicyVersion, policySchema } from "./policy.ts";

const { policyVersions } = tables;

export interface SavedPolicy extends PolicyVersion {
  readonly savedAt: Date;
  readonly savedBy: string;
  /** The version whose rules this one repeats, when it was made by undoing. */
  readonly restores: number | null;
}

/** The rules a version stood for. Throws when a shop has no such version: quotes name only versions that exist. */
export async function policyVersion(
  tx: Transaction,
  ctx: ShopContext,
  version: number,
): Promise<PolicyVersion> {
  const [row] = await tx
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.shopId, ctx.shop.id), eq(policyVersions.version, version)));
  if (!row) throw new Error(`Policy version ${version} is not there`);
  return { version, policy: parse(row.policy) };
}

/** The rules in force: the newest version. */
export async function newestPolicy(tx: Transaction, ctx: ShopContext): Promise<SavedPolicy> {
  const [newest] = await savedPolicies(tx, ctx, 1);
  return inForce(ctx, newest);
}

/** Which version that is, for a statement that reads it beside something else of the shop: `savedPolicy` reads the row. */
export function isNewest(ctx: ShopContext): SQL {
  const newest = sql`(select max(${policyVersions.version}) from ${policyVersions} where ${policyVersions.shopId} = ${ctx.shop.id})`;
  return sql`${policyVersions.shopId} = ${ctx.shop.id} and ${policyVersions.version} = ${newest}`;
}

/** The rules of a row that is there; every shop has some. */
export function inForce(ctx: ShopContext, newest: SavedPolicy | null | undefined): SavedPolicy {
  if (!newest) throw new Error(`${ctx.shop.handle} has no policy`);
  return newest;
}

/** Newest first. */
export async function savedPolicies(
  tx: Transaction,
  ctx: ShopContext,
  limit: number,
): Promise<SavedPolicy[]> {
  const rows = await tx
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.shopId, ctx.shop.id))
    .orderBy(desc(policyVersions.version))
    .limit(limit);
  return rows.map(savedPolicy);
}

export function savedPolicy(row: typeof policyVersions.$inferSelect): SavedPolicy {
  return {
    version: row.version,
    policy: parse(row.policy),
    savedAt: row.savedAt,
    savedBy: row.savedBy,
    restores: row.restores,
  };
}

function parse(stored: unknown): Policy {
  return policySchema.parse(stored);
}
