import { asc, eq, sql, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";

const { members, organizations, users } = tables;

/**
 * The people of the demo, for the sign-in page of a local installation. Their addresses end in ".example", which is
 * reserved (RFC 2606): nobody real is ever listed, wherever this is called.
 */
export function demoPeople(
  tools: Tools,
): Promise<{ email: string; name: string; organization: string; role: string; kind: string }[]> {
  return acrossAllShops(tools, async (tx) => {
    const rows = await tx
      .select({
        email: users.email,
        name: users.name,
        organization: organizations.name,
        kind: organizations.kind,
        role: members.role,
      })
      .from(users)
      .innerJoin(members, eq(members.userId, users.id))
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(sql`${users.email} like '%.example'`)
      .orderBy(asc(users.createdAt));
    return rows.map((row) => ({ ...row, name: row.name ?? row.email }));
  });
}
