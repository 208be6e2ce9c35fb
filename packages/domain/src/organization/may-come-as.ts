import type { Tools } from "../tools.ts";
import { emailIdentity, maySignIn } from "./sign-in.ts";

/**
 * Whether somebody for whom an identity provider vouches comes in, as the member of the same address: once the provider
 * has verified that the address is theirs, and says it as we would keep it. Nobody does to whom no link would be sent.
 */
export function mayComeAs(
  tools: Tools,
  said: { readonly email?: unknown; readonly email_verified?: unknown },
): Promise<boolean> {
  const { email, email_verified: verified } = said;
  if (verified !== true || typeof email !== "string") return Promise.resolve(false);
  // An address that only becomes a member's by folding its letters is another mailbox.
  if (emailIdentity(email) !== email.trim().toLowerCase()) return Promise.resolve(false);
  return maySignIn(tools, email);
}
