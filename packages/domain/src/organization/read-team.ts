import { and, asc, eq, isNull, sql, tables } from "@kept/database";
import { acrossAllShops } from "../tools.ts";
import type { OrganizationContext } from "./organization-context.ts";
import type { Role } from "./roles.ts";

const { invitations, members, users } = tables;

export interface TeamMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: Date;
  /** To the minute; null when they never came. */
  readonly lastSeenAt: Date | null;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly over: boolean;
}

/** Who belongs to the organization, and who is asked to. Every member may know. */
export function readTeam(
  ctx: OrganizationContext,
): Promise<{ members: TeamMember[]; invitations: Invitation[] }> {
  return acrossAllShops(ctx.tools, async (tx) => {
    const team = await tx
      .select({ user: users, role: members.role, since: members.createdAt })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.organizationId, ctx.organization.id))
      .orderBy(asc(members.createdAt));
    const open = await tx
      .select({ row: invitations, over: sql<boolean>`${invitations.expiresAt} <= clock_timestamp()` })
      .from(invitations)
      .where(
        and(
          eq(invitations.organizationId, ctx.organization.id),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .orderBy(asc(invitations.createdAt));
    return {
      members: team.map(({ user, role, since }) => ({
        userId: user.id,
        name: user.name ?? user.email,
        email: user.email,
        role,
        since,
        lastSeenAt: user.lastSeenAt,
      })),
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
  });
}
