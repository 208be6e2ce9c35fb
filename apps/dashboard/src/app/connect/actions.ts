"use server";
import { joinShop, signUpWithShop } from "@kept/domain";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { member } from "../../server/context.ts";
import { postSignInLink } from "../../server/sign-in-link.ts";
import { tools } from "../../server/tools.ts";
import { sayTo } from "../../server/words.ts";
import { type FormState, typedIn } from "../../ui/form-state.ts";
import { connectKey, forgetConnectKey } from "./connect-cookie.ts";

const Join = z.object({ organization: z.uuid() });

/** A member says which organization the shop joins. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  const person = await member();
  const input = Join.safeParse(typedIn(form));
  if (!input.success) return { problem: "Choose an organization." };
  const joined = await joinShop(await tools(), {
    key: await connectKey(),
    userId: person.userId,
    organizationId: input.data.organization,
  });
  if (!joined.ok) return { problem: sayTo(joined.error) };
  await forgetConnectKey();
  redirect(`/${joined.value.handle}/settings/shopify?granted=yes`);
}

const line = (empty: string) => z.string().trim().min(1, empty).max(100, "Keep it under 100 characters.");
const SignUp = z.object({
  name: line("Type your name."),
  organization: line("Type your company’s name."),
  email: z.string().trim().toLowerCase().pipe(z.email("Type a whole address, like you@company.com.")),
});

/** Somebody new, whose shop waits in this browser: their organization, and the letter that lets them in. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedIn(form);
  const input = SignUp.safeParse(typed);
  if (!input.success)
    return {
      typed,
      fields: Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message])),
    };
  const signedUp = await signUpWithShop(await tools(), { key: await connectKey(), ...input.data });
  if (!signedUp.ok) return { typed, problem: sayTo(signedUp.error) };
  const { email } = signedUp.value;
  after(() => postSignInLink(email, "/connect"));
  redirect("/sign-in/sent");
}
