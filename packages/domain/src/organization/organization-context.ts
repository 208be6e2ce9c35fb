import { and, eq, tables } from "@kept/database";
import type { Logger } from "pino";
import { acrossAllShops, type Tools } from "../tools.ts";
import type { Role } from "./roles.ts";

const { members, organizations, users } = tables;

/** A member asking about their organization: its people, not its shops. */
export interface OrganizationContext {
  readonly organization: { readonly id: string; readonly name: string; readonly kind: "merchant" | "agency" };
  readonly member: { readonly userId: string; readonly name: string; readonly email: string };
  readonly role: Role;
  readonly tools: Tools;
  readonly log: Logger;
}

/** Null, the same null, for an organization one does not belong to and one that is not there. */
export async function organizationContext(
  tools: Tools,
  input: { userId: string; organizationId: string; requestId: string },
): Promise<OrganizationContext | null> {
  if (!isId(input.organizationId)) return null;
  const [row] = await acrossAllShops(tools, (tx) =>
    tx
      .select({ organization: organizations, role: members.role, user: users })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.userId, input.userId), eq(members.organizationId, input.organizationId))),
  );
  if (!row) return null;
  const { id, name, kind } = row.organization;
  const { user } = row;
  return {
    organization: { id, name, kind },
    member: { userId: user.id, name: user.name ?? user.email, email: user.email },
    role: row.role,
    tools,
    log: tools.log.child({ organization: id, requestId: input.requestId }),
  };
}

/** The organizations a person belongs to, by name. */
export function organizationsOf(
  tools: Tools,
  userId: string,
): Promise<{ id: string; name: string; kind: "merchant" | "agency"; role: Role }[]> {
  return acrossAllShops(tools, (tx) =>
    tx
      .select({
        id: organizations.id,
        name: organizations.name,
        kind: organizations.kind,
        role: members.role,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(eq(members.userId, userId))
      .orderBy(organizations.name),
  );
}

/** What is no id cannot be asked for: PostgreSQL would answer with an error instead of nothing. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
