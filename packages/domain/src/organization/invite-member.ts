import { and, eq, isNull, sql, tables } from "@kept/database";
import { countTry } from "../lookup/tries.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops } from "../tools.ts";
import { invitationEnd, makeInvitationToken } from "./invitation-link.ts";
import { isId, type OrganizationContext } from "./organization-context.ts";
import { allowed, includes, type Role } from "./roles.ts";
import { sendInvitationLetter } from "./send-invitation-letter.ts";
import { emailIdentity } from "./sign-in.ts";

const { invitations, members, users } = tables;

export type InviteRefusal =
  | { readonly code: "NotAllowed" | "NotAnAddress" | "AlreadyMember" | "NotThere" | "LetterNotSent" }
  | { readonly code: "TooManyLetters"; readonly retryAfterSeconds: number };

/** Letters an organization may cause in an hour: enough for a whole team, too few to bury anybody. */
export const mostInvitations = 60;

/**
 * Asks somebody into the organization. Owners and managers may, up to their own role. Inviting an address again is
 * sending its letter again, with the role that was chosen last.
 */
export async function inviteMember(
  ctx: OrganizationContext,
  input: { email: string; role: Role },
): Promise<Result<{ email: string }, InviteRefusal>> {
  if (!allowed(ctx.role, "manage_team") || !includes(ctx.role, input.role)) return refused("NotAllowed");
  const email = emailIdentity(input.email);
  if (!email) return refused("NotAnAddress");
  if (await isMember(ctx, email)) return refused("AlreadyMember");
  const wait = await waitFor(ctx);
  if (wait !== null) return refused("TooManyLetters", { retryAfterSeconds: wait });
  const { token, tokenHash } = makeInvitationToken();
  await acrossAllShops(ctx.tools, (tx) =>
    tx
      .insert(invitations)
      .values({
        organizationId: ctx.organization.id,
        email,
        role: input.role,
        tokenHash,
        invitedBy: ctx.member.name,
        expiresAt: invitationEnd,
      })
      .onConflictDoUpdate({
        target: [invitations.organizationId, invitations.email],
        targetWhere: sql`accepted_at is null and withdrawn_at is null`,
        set: { role: input.role, ...freshLink(ctx, tokenHash) },
      }),
  );
  return post(ctx, { email, role: input.role, token });
}

/** The same invitation in a new letter: the link in the old one stops working, and the seven days begin again. */
export async function sendInvitationAgain(
  ctx: OrganizationContext,
  input: { id: string },
): Promise<Result<{ email: string }, InviteRefusal>> {
  if (!allowed(ctx.role, "manage_team")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotThere");
  const wait = await waitFor(ctx);
  if (wait !== null) return refused("TooManyLetters", { retryAfterSeconds: wait });
  const { token, tokenHash } = makeInvitationToken();
  const [row] = await acrossAllShops(ctx.tools, (tx) =>
    tx.update(invitations).set(freshLink(ctx, tokenHash)).where(open(ctx, input.id)).returning(),
  );
  if (!row) return refused("NotThere");
  return post(ctx, { email: row.email, role: row.role, token });
}

/** Takes an invitation back: its link leads nowhere from now on. Doing it again answers the same. */
export async function withdrawInvitation(
  ctx: OrganizationContext,
  input: { id: string },
): Promise<Result<void, { readonly code: "NotAllowed" | "NotThere" }>> {
  if (!allowed(ctx.role, "manage_team")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotThere");
  const known = await acrossAllShops(ctx.tools, async (tx) => {
    await tx.update(invitations).set({ withdrawnAt: sql`clock_timestamp()` }).where(open(ctx, input.id));
    const ours = and(eq(invitations.organizationId, ctx.organization.id), eq(invitations.id, input.id));
    return tx.select({ withdrawnAt: invitations.withdrawnAt }).from(invitations).where(ours);
  });
  return known[0]?.withdrawnAt ? ok(undefined) : refused("NotThere");
}

function freshLink(ctx: OrganizationContext, tokenHash: string) {
  return {
    tokenHash,
    invitedBy: ctx.member.name,
    sentAt: sql`clock_timestamp()`,
    expiresAt: invitationEnd,
  };
}

function open(ctx: OrganizationContext, id: string) {
  return and(
    eq(invitations.organizationId, ctx.organization.id),
    eq(invitations.id, id),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
  );
}

function isMember(ctx: OrganizationContext, email: string): Promise<boolean> {
  return acrossAllShops(ctx.tools, async (tx) => {
    const found = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(members, eq(members.userId, users.id))
      .where(and(eq(users.email, email), eq(members.organizationId, ctx.organization.id)));
    return found.length > 0;
  });
}

function waitFor(ctx: OrganizationContext): Promise<number | null> {
  const subject = `invitations/${ctx.organization.id}`;
  return countTry(ctx.tools, [{ subject, most: mostInvitations, seconds: 3600 }]);
}

/** The invitation is kept already: where the letter fails it waits in the list, to be sent again. */
async function post(
  ctx: OrganizationContext,
  { email, role, token }: { email: string; role: Role; token: string },
): Promise<Result<{ email: string }, InviteRefusal>> {
  const { name: into } = ctx.organization;
  try {
    const letter = { to: email, token, invitedBy: ctx.member.name, into, as: role, kind: "team" } as const;
    await sendInvitationLetter(ctx.tools, letter);
  } catch (error) {
    ctx.log.error({ err: error }, "invitation letter");
    return refused("LetterNotSent");
  }
  return ok({ email });
}
