import { and, eq, gt, inArray, isNull, sql, type Transaction, tables } from "@kept/database";
import { auditFor } from "../audit/index.ts";
import { nameFrom, personOf } from "../organization/accept-invitation.ts";
import { invitationHash } from "../organization/invitation-link.ts";
import type { GrantRole } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";

const { members, organizations, shopGrants, shopInvitations, shops, users } = tables;

export interface OpenAccess {
  readonly email: string;
  readonly shop: string;
  readonly role: GrantRole;
  readonly invitedBy: string;
  readonly name: string | null;
  /** The agencies for which the invited person may accept. None: accepting founds one. */
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

export type AcceptRefusal = { readonly code: "InvitationOver" | "NameMissing" | "NotYourAgency" };

/** What a letter's link stands for; null when it is over. Across shops: whoever has it reaches none of them yet. */
export function readAccess(tools: Tools, token: string): Promise<OpenAccess | null> {
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx
      .select({ invitation: shopInvitations, shop: shops.name, name: users.name })
      .from(shopInvitations)
      .innerJoin(shops, eq(shops.id, shopInvitations.shopId))
      .leftJoin(users, eq(users.email, shopInvitations.email))
      .where(openWith(token));
    if (!row) return null;
    const { email, role, invitedBy } = row.invitation;
    const { shop, name } = row;
    return { email, shop, role, invitedBy, name, agencies: await agenciesOf(tx, email) };
  });
}

/**
 * Opens the shop to an agency: one the invited person owns or manages, or a new one by the name they give. In force
 * with the next request. Works once.
 */
export function acceptAccess(
  tools: Tools,
  input: { token: string; agencyId?: string | undefined; agencyName: string; name: string },
): Promise<Result<{ email: string; handle: string }, AcceptRefusal>> {
  return acrossAllShops(tools, async (tx) => {
    const [open] = await tx.select().from(shopInvitations).where(openWith(input.token)).for("update");
    if (!open) return refused("InvitationOver");
    const known = await agenciesOf(tx, open.email);
    const chosen = known.find(({ id }) => id === input.agencyId);
    if (input.agencyId && !chosen) return refused("NotYourAgency");
    const newName = nameFrom(input.agencyName);
    if (!chosen && !newName) return refused("NameMissing");
    const userId = await personOf(tx, open.email, input.name);
    const organizationId = chosen?.id ?? (await foundAgency(tx, newName ?? "", userId));
    await tx
      .update(shopInvitations)
      .set({ acceptedAt: sql`clock_timestamp()`, acceptedFor: organizationId })
      .where(eq(shopInvitations.id, open.id));
    const [shop] = await tx.select().from(shops).where(eq(shops.id, open.shopId));
    if (!shop) throw new Error("An invitation without its shop");
    // The shop's own people reach it already, and as more.
    if (shop.organizationId !== organizationId) {
      await grant(tx, shop.id, organizationId, open.role);
      const actor = { kind: "member", userId, name: input.name, email: open.email } as const;
      await auditFor(
        tx,
        { shopId: shop.id, actor },
        {
          act: "access.granted",
          subject: organizationId,
          detail: { name: chosen?.name ?? newName, role: open.role, invitedBy: open.invitedBy },
        },
      );
    }
    return ok({ email: open.email, handle: shop.handle });
  });
}

async function grant(tx: Transaction, shopId: string, organizationId: string, role: GrantRole) {
  const again = { role, grantedAt: sql`clock_timestamp()`, revokedAt: null, revokedBy: null };
  await tx
    .insert(shopGrants)
    .values({ shopId, organizationId, role })
    .onConflictDoUpdate({ target: [shopGrants.shopId, shopGrants.organizationId], set: again });
}

async function foundAgency(tx: Transaction, name: string, userId: string): Promise<string> {
  const [agency] = await tx.insert(organizations).values({ name, kind: "agency" }).returning();
  if (!agency) throw new Error("An agency was founded and is not there");
  await tx.insert(members).values({ organizationId: agency.id, userId, role: "owner" });
  return agency.id;
}

function agenciesOf(tx: Transaction, email: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: organizations.id, name: organizations.name })
    .from(users)
    .innerJoin(members, eq(members.userId, users.id))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(users.email, email),
        eq(organizations.kind, "agency"),
        inArray(members.role, ["owner", "manager"]),
      ),
    )
    .orderBy(organizations.name);
}

function openWith(token: string) {
  return and(
    eq(shopInvitations.tokenHash, invitationHash(token)),
    isNull(shopInvitations.acceptedAt),
    isNull(shopInvitations.withdrawnAt),
    gt(shopInvitations.expiresAt, sql`clock_timestamp()`),
  );
}
