"use server";
import { endOtherSessions, endSession, renamePerson } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { member } from "../../../../server/context.ts";
import { heldTo } from "../../../../server/held-to.ts";
import { sessionCookie } from "../../../../server/session-cookie.ts";
import { tools } from "../../../../server/tools.ts";
import { type FormState, typedIn } from "../../../../ui/form-state.ts";

export async function endOne(id: string): Promise<FormState> {
  const { userId } = await member();
  const ended = await endSession(await tools(), { userId, id: heldTo(z.string().max(64), id) });
  revalidatePath("/shops/account");
  return ended ? { done: "Signed out" } : { problem: "It was signed out already." };
}

export async function endAllOthers(): Promise<FormState> {
  const { userId } = await member();
  const token = (await cookies()).get(sessionCookie().name)?.value ?? "";
  const ended = await endOtherSessions(await tools(), { userId, token });
  revalidatePath("/shops/account");
  return { done: ended === 1 ? "One browser signed out" : `${ended} browsers signed out` };
}

const Name = z.strictObject({ name: z.string().max(1000) });

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const { userId } = await member();
  const typed = heldTo(Name, typedIn(form));
  const renamed = await renamePerson(await tools(), { userId, name: typed.name });
  revalidatePath("/", "layout");
  if (renamed.ok) return { done: "Saved." };
  return { typed, fields: { name: "Type your name, so that others know who did what." } };
}
