import { and, asc, eq, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import type { Role } from "./roles.ts";

const { members, organizations, returns, shopGrants, shops, users } = tables;

export interface ReachableShop {
  readonly handle: string;
  readonly name: string;
  readonly currency: string;
  readonly role: Role;
  readonly organization: string;
  /** Own: the person's organization owns the shop. Grant: its owner let the person's agency in. */
  readonly via: "own" | "grant";
  readonly waiting: number;
  readonly toIssue: number;
  readonly inReview: number;
}

/** The shops a person can reach, by name. A grant that was taken back is gone with the next request. */
export function shopsOf(tools: Tools, userId: string): Promise<ReachableShop[]> {
  return acrossAllShops(tools, async (tx) => {
    const count = (condition: ReturnType<typeof sql>) =>
      sql<number>`(select count(*)::int from ${returns} r where r.shop_id = ${shops.id} and ${condition})`;
    const rows = await tx
      .select({
        handle: shops.handle,
        name: shops.name,
        currency: shops.currency,
        role: members.role,
        organization: organizations.name,
        owner: shops.organizationId,
        through: organizations.id,
        waiting: count(sql`r.stage = 'requested'`),
        toIssue: count(sql`r.stage = 'to_issue'`),
        inReview: count(sql`r.stage = 'in_review'`),
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .innerJoin(shops, reaches)
      .where(eq(members.userId, userId))
      .orderBy(asc(shops.name));
    const unique = new Map<string, ReachableShop>();
    for (const { owner, through, ...row } of rows) {
      const via = owner === through ? "own" : "grant";
      if (!unique.has(row.handle) || via === "own") unique.set(row.handle, { ...row, via });
    }
    return [...unique.values()];
  });
}

/** A person's role in one shop, through which organization; null when there is no way in (also when there is no such shop). */
export function membershipIn(tools: Tools, userId: string, handle: string) {
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx
      .select({ shop: shops, role: members.role, organization: organizations, user: users })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(shops, reaches)
      .where(and(eq(members.userId, userId), eq(shops.handle, handle)))
      .orderBy(sql`(${shops.organizationId} = ${organizations.id}) desc`)
      .limit(1);
    return row ?? null;
  });
}

const reaches = sql`(${shops.organizationId} = ${organizations.id} or exists (
  select 1 from ${shopGrants} g where g.shop_id = ${shops.id} and g.organization_id = ${organizations.id} and g.revoked_at is null))`;
