"use server";
import { acceptInvitation, longestPersonName } from "@kept/domain";
import { z } from "zod";
import { heldTo } from "../../../server/held-to.ts";
import { makeSignInLink } from "../../../server/sign-in-link.ts";
import { tools } from "../../../server/tools.ts";
import { typedIn } from "../../../ui/form-state.ts";
import type { EnterState } from "./use-entering.ts";

const Accept = z.strictObject({ name: z.string().max(1000).default("") });

/** Makes whoever has the letter's link a member, and signs them in: the link came to their mailbox. */
export async function accept(token: string, _: EnterState, form: FormData): Promise<EnterState> {
  const typed = typedIn(form);
  const { name } = heldTo(Accept, typed);
  if (name.trim() === "") return { typed, fields: { name: "Type your name, so that others know you." } };
  if ([...name.trim()].length > longestPersonName)
    return { typed, fields: { name: `Use at most ${longestPersonName} characters.` } };
  const accepted = await acceptInvitation(await tools(), { token: heldTo(z.string().max(200), token), name });
  if (!accepted.ok)
    return { typed, problem: "This invitation is over: it was used, or withdrawn meanwhile." };
  return { enter: await makeSignInLink(accepted.value.email, "/") };
}
