import { and, asc, eq, inOneBreath, isNull, preferIndexes, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import { lesserRole, type Role } from "./roles.ts";

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

/**
 * The shops a person can reach, by name. A grant that was taken back is gone with the next request. What waits is counted
 * to one more than `countedTo`, so that it costs the same in every shop: by default, whether anything does.
 */
export async function shopsOf(
  tools: Tools,
  userId: string,
  { countedTo = 0 }: { countedTo?: number } = {},
): Promise<ReachableShop[]> {
  const rows = await acrossAllShops(tools, async (tx) => {
    const count = (condition: ReturnType<typeof sql>) =>
      sql<number>`(select count(*)::int from (select 1 from ${returns} r where r.shop_id = ${shops.id} and ${condition} limit ${countedTo + 1}) counted)`;
    const reached = tx
      .select({
        handle: shops.handle,
        name: shops.name,
        currency: shops.currency,
        role: members.role,
        ceiling: shopGrants.role,
        organization: organizations.name,
        owner: shops.organizationId,
        through: organizations.id,
        waiting: count(sql`r.stage = 'requested'`),
        toIssue: count(sql`r.stage = 'to_issue'`),
        inReview: count(sql`r.stage = 'in_review'`),
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .innerJoin(shops, sql`true`)
      .leftJoin(shopGrants, inForce)
      .where(and(eq(members.userId, userId), reaches))
      .orderBy(asc(shops.name));
    const [, rows] = await inOneBreath([() => preferIndexes(tx), () => reached]);
    return rows;
  });
  const unique = new Map<string, ReachableShop>();
  for (const { owner, through, ceiling, ...row } of rows) {
    const via = owner === through ? "own" : "grant";
    const role = via === "own" ? row.role : lesserRole(row.role, ceiling ?? "viewer");
    if (!unique.has(row.handle) || via === "own") unique.set(row.handle, { ...row, role, via });
  }
  return [...unique.values()];
}

/** A person's role in one shop, through which organization: by a grant no more than both of them say; null when there is no way in (also when there is no such shop). */
export function membershipIn(tools: Tools, userId: string, handle: string) {
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx
      .select({
        shop: shops,
        role: members.role,
        ceiling: shopGrants.role,
        organization: organizations,
        user: users,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(shops, eq(shops.handle, handle))
      .leftJoin(shopGrants, inForce)
      .where(and(eq(members.userId, userId), reaches))
      .orderBy(sql`(${shops.organizationId} = ${organizations.id}) desc`)
      .limit(1);
    if (!row) return null;
    const { ceiling, ...membership } = row;
    const own = row.shop.organizationId === row.organization.id;
    return own ? membership : { ...membership, role: lesserRole(row.role, ceiling ?? "viewer") };
  });
}

/** The grant by which an organization reaches a shop of another; gone the moment it is taken back. */
const inForce = and(
  eq(shopGrants.shopId, shops.id),
  eq(shopGrants.organizationId, organizations.id),
  isNull(shopGrants.revokedAt),
);

const reaches = sql`(${shops.organizationId} = ${organizations.id} or ${shopGrants.shopId} is not null)`;
