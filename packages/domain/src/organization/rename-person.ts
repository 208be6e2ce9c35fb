import { eq, tables } from "@kept/database";
import { ok, type Result, refused } from "../result.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { nameFrom } from "./accept-invitation.ts";

/** What a person is called from now on. What they did before keeps the name they had then. */
export async function renamePerson(
  tools: Tools,
  input: { userId: string; name: string },
): Promise<Result<void, { readonly code: "NameMissing" }>> {
  const name = nameFrom(input.name);
  if (!name) return refused("NameMissing");
  const { users } = tables;
  await acrossAllShops(tools, (tx) => tx.update(users).set({ name }).where(eq(users.id, input.userId)));
  return ok(undefined);
}
