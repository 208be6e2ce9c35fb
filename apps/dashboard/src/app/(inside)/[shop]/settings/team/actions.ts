"use server";
import {
  type AccessRefusal,
  changeAccess,
  type GiveAccessRefusal,
  giveAccess,
  grantRoles,
  revokeAccess,
  sendAccessAgain,
  withdrawAccess,
} from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";

const LetIn = z.strictObject({ email: z.string().max(1000), role: z.enum(grantRoles) });
const id = z.string().max(64);

export async function letIn(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = heldTo(LetIn, typedIn(form));
  const given = await giveAccess(ctx, typed);
  revalidatePath(`/${shop}/settings/team`);
  if (given.ok) return { done: `${given.value.email} has a letter. Nothing is open until they accept.` };
  if (given.error.code === "NotAnAddress")
    return { typed, fields: { email: "Type a whole address, like ada@agency.com." } };
  return { typed, problem: letterProblem(given.error) };
}

export async function askAgain(shop: string, invitation: string): Promise<FormState> {
  const sent = await sendAccessAgain(await shopFor(shop), { id: heldTo(id, invitation) });
  revalidatePath(`/${shop}/settings/team`);
  return sent.ok ? { done: `Sent to ${sent.value.email} again` } : { problem: letterProblem(sent.error) };
}

export async function takeBack(shop: string, invitation: string): Promise<FormState> {
  const withdrawn = await withdrawAccess(await shopFor(shop), { id: heldTo(id, invitation) });
  revalidatePath(`/${shop}/settings/team`);
  return withdrawn.ok ? { done: "The invitation is withdrawn" } : { problem: problemOf(withdrawn.error) };
}

const Change = z.strictObject({ role: z.enum(grantRoles) });

export async function changeCeiling(
  shop: string,
  organizationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = heldTo(Change, typedIn(form));
  const changed = await changeAccess(ctx, { organizationId: heldTo(id, organizationId), ...typed });
  revalidatePath(`/${shop}/settings/team`);
  return changed.ok
    ? { done: "In force with their next click." }
    : { typed, problem: problemOf(changed.error) };
}

export async function revoke(shop: string, organizationId: string): Promise<FormState> {
  const revoked = await revokeAccess(await shopFor(shop), { organizationId: heldTo(id, organizationId) });
  revalidatePath(`/${shop}/settings/team`);
  return revoked.ok ? { done: "They are out, with their next click" } : { problem: problemOf(revoked.error) };
}

function letterProblem(refusal: GiveAccessRefusal): string {
  switch (refusal.code) {
    case "LetterNotSent":
      return "The invitation is kept, but its letter was not taken. Send it again in a moment.";
    case "TooManyLetters":
      return "That were many letters within an hour. Wait a little before the next.";
    case "NotThere":
      return "This invitation was answered or withdrawn meanwhile.";
    default:
      return sayTo(refusal);
  }
}

function problemOf({ code }: AccessRefusal): string {
  return code === "NotThere" ? "They have no access any more. Reload the page." : sayTo({ code });
}
