import { countTry } from "../lookup/tries.ts";
import type { Tools } from "../tools.ts";
import { emailIdentity, maySignIn } from "./sign-in.ts";

/** Enough for a forgetful person and a shared mailbox; too few to bury anybody in letters. */
const mostLetters = 30;
const hour = 3600;

/**
 * Whether a sign-in letter goes to this address now: a member's, and not one that was asked for too often. Callers
 * answer the same either way, so that nobody learns who is a member.
 */
export async function mayAskForLink(tools: Tools, email: string): Promise<boolean> {
  const identity = emailIdentity(email);
  if (!identity || !(await maySignIn(tools, identity))) return false;
  const wait = await countTry(tools, [{ subject: `sign-in/${identity}`, most: mostLetters, seconds: hour }]);
  return wait === null;
}
