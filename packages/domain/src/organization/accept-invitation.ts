import { and, eq, gt, isNull, sql, type Transaction, tables } from "@kept/database";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { invitationHash } from "./invitation-link.ts";
import type { Role } from "./roles.ts";

const { invitations, members, organizations, users } = tables;

export interface OpenInvitation {
  readonly email: string;
  readonly role: Role;
  readonly organization: string;
  readonly invitedBy: string;
  /** What the person is called already, when they have been here before. */
  readonly name: string | null;
}

/** What a letter's link stands for; null when it was used, withdrawn, replaced or is too old. Looking uses nothing up. */
export function readInvitation(tools: Tools, token: string): Promise<OpenInvitation | null> {
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx
      .select({
        email: invitations.email,
        role: invitations.role,
        organization: organizations.name,
        invitedBy: invitations.invitedBy,
        name: users.name,
      })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .leftJoin(users, eq(users.email, invitations.email))
      .where(openWith(token));
    return row ?? null;
  });
}

/**
 * Makes whoever has the link a member; the link came to their mailbox, so it also says who they are. Works once: of
 * two at the same moment one is told that it is over.
 */
export function acceptInvitation(
  tools: Tools,
  input: { token: string; name: string },
): Promise<Result<{ email: string; organizationId: string }, { readonly code: "InvitationOver" }>> {
  return acrossAllShops(tools, async (tx) => {
    const [invitation] = await tx
      .update(invitations)
      .set({ acceptedAt: sql`clock_timestamp()` })
      .where(openWith(input.token))
      .returning();
    if (!invitation) return refused("InvitationOver");
    const { email, organizationId, role } = invitation;
    const userId = await personOf(tx, email, input.name);
    await tx.insert(members).values({ organizationId, userId, role }).onConflictDoNothing();
    return ok({ email, organizationId });
  });
}

/** The person behind an address, made if they were never here. A name they have stays. */
export async function personOf(tx: Transaction, email: string, name: string): Promise<string> {
  const called = nameFrom(name);
  await tx
    .insert(users)
    .values({ email, name: called, emailVerifiedAt: sql`clock_timestamp()` })
    .onConflictDoNothing();
  const [user] = await tx.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error("A person was added and is not there");
  if (!user.name && called) await tx.update(users).set({ name: called }).where(eq(users.id, user.id));
  return user.id;
}

export const longestPersonName = 80;

/** A name as it may stand anywhere: one line, not too long; null for nothing. */
export function nameFrom(text: string): string | null {
  const name = [...text.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim()].slice(0, longestPersonName).join("");
  return name || null;
}

function openWith(token: string) {
  return and(
    eq(invitations.tokenHash, invitationHash(token)),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, sql`clock_timestamp()`),
  );
}
