import { createHash, randomBytes } from "node:crypto";
import { mayAskForLink, sendSignInLetter, signInStore } from "@kept/domain";
import { linkSeconds } from "./auth.ts";
import { env } from "./env.ts";
import { tools } from "./tools.ts";

/**
 * Makes a link that signs a person in once, through next-auth's own callback. The token is stored as next-auth
 * stores it (SHA-256 of token and secret), so that the callback finds it.
 */
export async function makeSignInLink(email: string, to: string): Promise<string> {
  const { DASHBOARD_URL, NEXTAUTH_SECRET } = env();
  const token = randomBytes(32).toString("hex");
  await signInStore(await tools()).createVerificationToken({
    identifier: email,
    token: createHash("sha256").update(`${token}${NEXTAUTH_SECRET}`).digest("hex"),
    expires: new Date(Date.now() + linkSeconds * 1000),
  });
  const query = new URLSearchParams({ callbackUrl: `${DASHBOARD_URL}${to}`, token, email });
  return `${DASHBOARD_URL}/api/auth/callback/email?${query}`;
}

/** Posts a sign-in letter to a member; to anybody else, nothing, and nobody learns which. For after the answer. */
export async function postSignInLink(email: string, to: string): Promise<void> {
  const open = await tools();
  try {
    if (await mayAskForLink(open, email))
      await sendSignInLetter(open, { email, url: await makeSignInLink(email, to) });
  } catch (error) {
    open.log.error({ err: error }, "sign-in letter");
  }
}
