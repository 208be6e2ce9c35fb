import { and, eq, sql, type Transaction, tables } from "@kept/database";
import { type AuditEntry, auditInShopsOf } from "../audit/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops } from "../tools.ts";
import { isId, type OrganizationContext } from "./organization-context.ts";
import { allowed, includes, type Role } from "./roles.ts";

const { members, sessions, users } = tables;

export type TeamRefusal = { readonly code: "NotAllowed" | "NotThere" | "LastOwner" };

/**
 * Gives a member another role, in force with their next request. Owners and managers may, between roles that are not
 * above their own; the last owner stays one.
 */
export function changeRole(
  ctx: OrganizationContext,
  input: { userId: string; role: Role },
): Promise<Result<void, TeamRefusal>> {
  if (!allowed(ctx.role, "manage_team")) return Promise.resolve(refused("NotAllowed"));
  return withTeam(ctx, input.userId, async (tx, { role, name }, owners) => {
    if (!includes(ctx.role, role) || !includes(ctx.role, input.role)) return refused("NotAllowed");
    if (role === "owner" && input.role !== "owner" && owners === 1) return refused("LastOwner");
    await tx.update(members).set({ role: input.role }).where(one(ctx, input.userId));
    await told(tx, ctx, {
      act: "role.changed",
      subject: input.userId,
      detail: { name, from: role, to: input.role },
    });
    ctx.log.info({ member: input.userId, from: role, to: input.role }, "role changed");
    return ok(undefined);
  });
}

/**
 * Ends a membership, and every session of that person: what they have open stops with its next request. Anybody may
 * leave; removing others takes the right to manage them. The last owner cannot go: somebody has to be asked.
 */
export function removeMember(
  ctx: OrganizationContext,
  input: { userId: string },
): Promise<Result<void, TeamRefusal>> {
  const leaving = input.userId === ctx.member.userId;
  if (!leaving && !allowed(ctx.role, "manage_team")) return Promise.resolve(refused("NotAllowed"));
  return withTeam(ctx, input.userId, async (tx, { role, name }, owners) => {
    if (!leaving && !includes(ctx.role, role)) return refused("NotAllowed");
    if (role === "owner" && owners === 1) return refused("LastOwner");
    await tx.delete(members).where(one(ctx, input.userId));
    await tx.delete(sessions).where(eq(sessions.userId, input.userId));
    await told(tx, ctx, { act: "member.removed", subject: input.userId, detail: { name, role, leaving } });
    ctx.log.info({ member: input.userId, leaving }, "member removed");
    return ok(undefined);
  });
}

function told(tx: Transaction, ctx: OrganizationContext, entry: AuditEntry): Promise<void> {
  const { organization, member } = ctx;
  return auditInShopsOf(tx, { organizationId: organization.id, actor: { kind: "member", ...member } }, entry);
}

/** One change of a team at a time: two owners who remove each other at once do not both succeed. */
function withTeam(
  ctx: OrganizationContext,
  userId: string,
  change: (
    tx: Transaction,
    member: { readonly role: Role; readonly name: string },
    owners: number,
  ) => Promise<Result<void, TeamRefusal>>,
): Promise<Result<void, TeamRefusal>> {
  if (!isId(userId)) return Promise.resolve(refused("NotThere"));
  return acrossAllShops(ctx.tools, async (tx) => {
    await tx.execute(sql`select 1 from organizations where id = ${ctx.organization.id} for update`);
    const team = await tx
      .select({ userId: members.userId, role: members.role, name: users.name, email: users.email })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.organizationId, ctx.organization.id));
    const member = team.find((each) => each.userId === userId);
    // Who asks may have been removed or demoted while they waited for their turn.
    const asking = team.find((each) => each.userId === ctx.member.userId);
    if (asking?.role !== ctx.role) return refused("NotAllowed");
    if (!member) return refused("NotThere");
    const name = member.name || member.email;
    return change(tx, { role: member.role, name }, team.filter(({ role }) => role === "owner").length);
  });
}

function one(ctx: OrganizationContext, userId: string) {
  return and(eq(members.organizationId, ctx.organization.id), eq(members.userId, userId));
}
