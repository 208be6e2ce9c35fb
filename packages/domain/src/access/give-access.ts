import { and, eq, isNull, sql, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { countTry } from "../lookup/tries.ts";
import { invitationEnd, makeInvitationToken } from "../organization/invitation-link.ts";
import { isId } from "../organization/organization-context.ts";
import { allowed, type GrantRole } from "../organization/roles.ts";
import { sendInvitationLetter } from "../organization/send-invitation-letter.ts";
import { emailIdentity } from "../organization/sign-in.ts";
import { ok, type Result, refused } from "../result.ts";

const { shopInvitations } = tables;

export type GiveAccessRefusal =
  | { readonly code: "NotAllowed" | "NotAnAddress" | "NotThere" | "LetterNotSent" }
  | { readonly code: "TooManyLetters"; readonly retryAfterSeconds: number };

const mostLetters = 20;

/**
 * Asks an agency into this shop, by the address of somebody there, with the most it may do. Only the shop's owner
 * may. Nothing is opened yet: whoever gets the letter accepts it for their agency. Asking the same address again is
 * sending the letter again, and nobody learns whether the address is known here.
 */
export async function giveAccess(
  ctx: ShopContext,
  input: { email: string; role: GrantRole },
): Promise<Result<{ email: string }, GiveAccessRefusal>> {
  if (!allowed(ctx.role, "manage_access")) return refused("NotAllowed");
  const email = emailIdentity(input.email);
  if (!email) return refused("NotAnAddress");
  const wait = await waitFor(ctx);
  if (wait !== null) return refused("TooManyLetters", { retryAfterSeconds: wait });
  const { token, tokenHash } = makeInvitationToken();
  const given = { shopId: ctx.shop.id, email, role: input.role, tokenHash, invitedBy: ctx.actor.name };
  await ctx.inShop((tx) =>
    tx
      .insert(shopInvitations)
      .values({ ...given, expiresAt: invitationEnd })
      .onConflictDoUpdate({
        target: [shopInvitations.shopId, shopInvitations.email],
        targetWhere: sql`accepted_at is null and withdrawn_at is null`,
        set: { role: input.role, ...freshLink(ctx, tokenHash) },
      }),
  );
  return post(ctx, { email, role: input.role, token });
}

/** The same invitation in a new letter: the link in the old one stops working. */
export async function sendAccessAgain(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<{ email: string }, GiveAccessRefusal>> {
  if (!allowed(ctx.role, "manage_access")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotThere");
  const wait = await waitFor(ctx);
  if (wait !== null) return refused("TooManyLetters", { retryAfterSeconds: wait });
  const { token, tokenHash } = makeInvitationToken();
  const [row] = await ctx.inShop((tx) =>
    tx.update(shopInvitations).set(freshLink(ctx, tokenHash)).where(open(ctx, input.id)).returning(),
  );
  if (!row) return refused("NotThere");
  return post(ctx, { email: row.email, role: row.role, token });
}

/** Takes an invitation back before anybody accepted it. Doing it again answers the same. */
export async function withdrawAccess(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<void, { readonly code: "NotAllowed" | "NotThere" }>> {
  if (!allowed(ctx.role, "manage_access")) return refused("NotAllowed");
  if (!isId(input.id)) return refused("NotThere");
  const known = await ctx.inShop(async (tx) => {
    const withdrawn = { withdrawnAt: sql`clock_timestamp()` };
    await tx.update(shopInvitations).set(withdrawn).where(open(ctx, input.id));
    const ours = and(eq(shopInvitations.shopId, ctx.shop.id), eq(shopInvitations.id, input.id));
    return tx.select({ withdrawnAt: shopInvitations.withdrawnAt }).from(shopInvitations).where(ours);
  });
  return known[0]?.withdrawnAt ? ok(undefined) : refused("NotThere");
}

function freshLink(ctx: ShopContext, tokenHash: string) {
  return { tokenHash, invitedBy: ctx.actor.name, sentAt: sql`clock_timestamp()`, expiresAt: invitationEnd };
}

function open(ctx: ShopContext, id: string) {
  return and(
    eq(shopInvitations.shopId, ctx.shop.id),
    eq(shopInvitations.id, id),
    isNull(shopInvitations.acceptedAt),
    isNull(shopInvitations.withdrawnAt),
  );
}

function waitFor(ctx: ShopContext): Promise<number | null> {
  return countTry(ctx.tools, [{ subject: `access/${ctx.shop.id}`, most: mostLetters, seconds: 3600 }]);
}

async function post(
  ctx: ShopContext,
  { email, role, token }: { email: string; role: GrantRole; token: string },
): Promise<Result<{ email: string }, GiveAccessRefusal>> {
  const letter = { to: email, token, invitedBy: ctx.actor.name, into: ctx.shop.name, as: role };
  try {
    await sendInvitationLetter(ctx.tools, { ...letter, kind: "shop" });
  } catch (error) {
    ctx.log.error({ err: error }, "invitation letter");
    return refused("LetterNotSent");
  }
  return ok({ email });
}
