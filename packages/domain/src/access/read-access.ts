import { and, asc, eq, isNull, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { acrossAllShops } from "../tools.ts";
import type { AccessInvitation, Grant } from "./access.ts";

const { members, organizations, shopGrants, shopInvitations } = tables;

/**
 * The agencies that reach this shop, and those that are asked. The names of organizations stand outside of any shop:
 * they are read across shops, for this shop alone. Whoever may not manage access does not see whose addresses were asked.
 */
export async function readAccessTo(
  ctx: ShopContext,
): Promise<{ grants: Grant[]; invitations: AccessInvitation[] }> {
  const grants = await acrossAllShops(ctx.tools, (tx) =>
    tx
      .select({
        organizationId: organizations.id,
        agency: organizations.name,
        role: shopGrants.role,
        people: sql<number>`(select count(*)::int from ${members} m where m.organization_id = ${organizations.id})`,
        grantedAt: shopGrants.grantedAt,
      })
      .from(shopGrants)
      .innerJoin(organizations, eq(organizations.id, shopGrants.organizationId))
      .where(and(eq(shopGrants.shopId, ctx.shop.id), isNull(shopGrants.revokedAt)))
      .orderBy(asc(organizations.name)),
  );
  if (!allowed(ctx.role, "manage_access")) return { grants, invitations: [] };
  const open = await ctx.inShop((tx) =>
    tx
      .select({ row: shopInvitations, over: sql<boolean>`${shopInvitations.expiresAt} <= clock_timestamp()` })
      .from(shopInvitations)
      .where(
        and(
          eq(shopInvitations.shopId, ctx.shop.id),
          isNull(shopInvitations.acceptedAt),
          isNull(shopInvitations.withdrawnAt),
        ),
      )
      .orderBy(asc(shopInvitations.createdAt)),
  );
  return {
    grants,
    invitations: open.map(({ row: { id, email, role, invitedBy, sentAt, expiresAt }, over }) => ({
      id,
      email,
      role,
      invitedBy,
      sentAt,
      expiresAt,
      over,
    })),
  };
}
