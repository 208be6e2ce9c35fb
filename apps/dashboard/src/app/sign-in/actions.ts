"use server";
import { mayAskForLink, sendSignInLetter } from "@kept/domain";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { pathInside } from "../../server/path-inside.ts";
import { makeSignInLink } from "../../server/sign-in-link.ts";
import { tools } from "../../server/tools.ts";
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
  after(() => postLink(email, pathInside(to)));
  redirect("/sign-in/sent");
}

async function postLink(email: string, to: string): Promise<void> {
  const open = await tools();
  try {
    if (await mayAskForLink(open, email))
      await sendSignInLetter(open, { email, url: await makeSignInLink(email, to) });
  } catch (error) {
    open.log.error({ err: error }, "sign-in letter");
  }
}
