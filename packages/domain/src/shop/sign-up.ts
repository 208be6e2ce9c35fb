import { tables } from "@kept/database";
import { emailIdentity } from "../organization/sign-in.ts";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { pendingShop } from "./pending-connection.ts";

/**
 * Somebody who has just installed Kept in their shop and is nobody here yet: an organization of their own, with them
 * as its owner. Only for a browser whose shop waits. The address proves itself by the letter that is sent to it; one
 * that is known already gets that letter and nothing else.
 */
export async function signUpWithShop(
  tools: Tools,
  input: { key: string | undefined; email: string; name: string; organization: string },
): Promise<Result<{ email: string }, { readonly code: "NothingPending" | "NoAddress" }>> {
  if (!(await pendingShop(tools, input.key))) return refused("NothingPending");
  const email = emailIdentity(input.email);
  if (!email) return refused("NoAddress");
  const { members, organizations, users } = tables;
  await acrossAllShops(tools, async (tx) => {
    const [user] = await tx
      .insert(users)
      .values({ email, name: input.name })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (!user) return;
    const [organization] = await tx
      .insert(organizations)
      .values({ name: input.organization, kind: "merchant" })
      .returning({ id: organizations.id });
    if (organization)
      await tx.insert(members).values({ organizationId: organization.id, userId: user.id, role: "owner" });
  });
  return ok({ email });
}
