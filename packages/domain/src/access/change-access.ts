import { and, eq, isNull, sql, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { isId } from "../organization/organization-context.ts";
import { allowed, type GrantRole } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";

const { shopGrants } = tables;

export type AccessRefusal = { readonly code: "NotAllowed" | "NotThere" };

/** Changes the most an agency may do here, in force with its people's next request. */
export function changeAccess(
  ctx: ShopContext,
  input: { organizationId: string; role: GrantRole },
): Promise<Result<void, AccessRefusal>> {
  return change(ctx, input.organizationId, { role: input.role });
}

/** Takes an agency's way in away: with their next request the shop is, for them, one that is not there. */
export function revokeAccess(
  ctx: ShopContext,
  input: { organizationId: string },
): Promise<Result<void, AccessRefusal>> {
  return change(ctx, input.organizationId, {
    revokedAt: sql`clock_timestamp()`,
    revokedBy: ctx.actor.name,
  });
}

async function change(
  ctx: ShopContext,
  organizationId: string,
  set: { role: GrantRole } | { revokedAt: ReturnType<typeof sql>; revokedBy: string },
): Promise<Result<void, AccessRefusal>> {
  if (!allowed(ctx.role, "manage_access")) return refused("NotAllowed");
  if (!isId(organizationId)) return refused("NotThere");
  const which = and(
    eq(shopGrants.shopId, ctx.shop.id),
    eq(shopGrants.organizationId, organizationId),
    isNull(shopGrants.revokedAt),
  );
  const changed = await ctx.inShop(async (tx) => {
    const rows = await tx.update(shopGrants).set(set).where(which).returning();
    const act = "revokedAt" in set ? "access.revoked" : "access.changed";
    if (rows.length > 0)
      await audit(tx, ctx, { act, subject: organizationId, detail: "role" in set ? { role: set.role } : {} });
    return rows;
  });
  if (changed.length === 0) return refused("NotThere");
  ctx.log.info({ agency: organizationId, revoked: "revokedAt" in set }, "access changed");
  return ok(undefined);
}
