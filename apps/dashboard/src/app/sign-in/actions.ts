"use server";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { pathInside } from "../../server/path-inside.ts";
import { postSignInLink } from "../../server/sign-in-link.ts";
import { type FormState, typedIn } from "../../ui/form-state.ts";

const Ask = z.object({ email: z.string().trim().toLowerCase().pipe(z.email()), to: z.string().optional() });

/** Answers the same, and as fast, whether the address belongs to a member or not; the letter is posted afterwards. */
export async function askForLink(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const asked = Ask.safeParse(typed);
  if (!asked.success) {
    const empty = !typed.email?.trim();
    return {
      typed,
      fields: { email: empty ? "Type your e-mail address." : "Type a whole address, like you@company.com." },
    };
  }
  const { email, to } = asked.data;
  after(() => postSignInLink(email, pathInside(to)));
  redirect("/sign-in/sent");
}
