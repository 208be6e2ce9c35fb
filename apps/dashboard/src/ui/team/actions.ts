"use server";
import {
  changeRole,
  type InviteRefusal,
  inviteMember,
  removeMember,
  roles,
  sendInvitationAgain,
  type TeamRefusal,
  withdrawInvitation,
} from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizationFor } from "../../server/context.ts";
import { heldTo } from "../../server/held-to.ts";
import { sayTo } from "../../server/words.ts";
import { type FormState, typedIn } from "../form-state.ts";

const Invite = z.strictObject({ email: z.string().max(1000), role: z.enum(roles) });
const id = z.string().max(64);

export async function invite(organization: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await organizationFor(heldTo(id, organization));
  const typed = heldTo(Invite, typedIn(form));
  const invited = await inviteMember(ctx, typed);
  revalidatePath("/", "layout");
  if (invited.ok) return { done: `${invited.value.email} has a letter with a link, good for seven days.` };
  const { code } = invited.error;
  if (code === "NotAnAddress")
    return { typed, fields: { email: "Type a whole address, like ada@company.com." } };
  if (code === "AlreadyMember") return { typed, fields: { email: "They belong to the team already." } };
  return { typed, problem: inviteProblem(invited.error) };
}

export async function inviteAgain(organization: string, invitation: string): Promise<FormState> {
  const ctx = await organizationFor(heldTo(id, organization));
  const sent = await sendInvitationAgain(ctx, { id: heldTo(id, invitation) });
  revalidatePath("/", "layout");
  return sent.ok ? { done: `Sent to ${sent.value.email} again` } : { problem: inviteProblem(sent.error) };
}

export async function withdraw(organization: string, invitation: string): Promise<FormState> {
  const ctx = await organizationFor(heldTo(id, organization));
  const withdrawn = await withdrawInvitation(ctx, { id: heldTo(id, invitation) });
  revalidatePath("/", "layout");
  return withdrawn.ok ? { done: "The invitation is withdrawn" } : { problem: teamProblem(withdrawn.error) };
}

const Change = z.strictObject({ role: z.enum(roles) });

export async function giveRole(
  organization: string,
  userId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await organizationFor(heldTo(id, organization));
  const typed = heldTo(Change, typedIn(form));
  const changed = await changeRole(ctx, { userId: heldTo(id, userId), ...typed });
  revalidatePath("/", "layout");
  return changed.ok ? { done: "The new role is in force." } : { typed, problem: teamProblem(changed.error) };
}

export async function remove(organization: string, userId: string): Promise<FormState> {
  const ctx = await organizationFor(heldTo(id, organization));
  const removed = await removeMember(ctx, { userId: heldTo(id, userId) });
  revalidatePath("/", "layout");
  return removed.ok
    ? { done: "Removed, and signed out everywhere" }
    : { problem: teamProblem(removed.error) };
}

function inviteProblem(refusal: InviteRefusal): string {
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

function teamProblem({ code }: TeamRefusal): string {
  if (code === "LastOwner")
    return "Somebody has to be the owner. Make another person owner first, then try again.";
  if (code === "NotThere") return "They do not belong here any more. Reload the page.";
  return sayTo({ code });
}
