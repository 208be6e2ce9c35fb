import { and, eq, tables } from "@kept/database";
import { acrossAllShops, type Tools } from "../tools.ts";
import type { Role } from "./roles.ts";
import { emailIdentity } from "./sign-in.ts";

const { members, organizations, shopGrants, shops, users } = tables;

/** An organization with its members. Doing it again adds what is missing and changes nothing that is there. */
export function foundOrganization(
  tools: Tools,
  input: {
    name: string;
    kind: "merchant" | "agency";
    people: readonly { email: string; name: string; role: Role }[];
  },
): Promise<{ id: string; memberIds: string[] }> {
  return acrossAllShops(tools, async (tx) => {
    const [known] = await tx
      .select()
      .from(organizations)
      .where(and(eq(organizations.name, input.name), eq(organizations.kind, input.kind)));
    const [organization] = known
      ? [known]
      : await tx.insert(organizations).values({ name: input.name, kind: input.kind }).returning();
    if (!organization) throw new Error("An organization was founded and is not there");
    const memberIds: string[] = [];
    for (const person of input.people) {
      const email = emailIdentity(person.email);
      if (!email) throw new Error(`Not an address: ${person.email}`);
      await tx.insert(users).values({ email, name: person.name }).onConflictDoNothing();
      const [user] = await tx.select().from(users).where(eq(users.email, email));
      if (!user) throw new Error("A person was added and is not there");
      await tx
        .insert(members)
        .values({ organizationId: organization.id, userId: user.id, role: person.role })
        .onConflictDoNothing();
      memberIds.push(user.id);
    }
    return { id: organization.id, memberIds };
  });
}

/** Lets an agency into a shop. The shop's owner takes it back by revoking. */
export async function grantShop(
  tools: Tools,
  input: { handle: string; organizationId: string },
): Promise<void> {
  await acrossAllShops(tools, async (tx) => {
    const [shop] = await tx.select({ id: shops.id }).from(shops).where(eq(shops.handle, input.handle));
    if (!shop) throw new Error(`No shop ${input.handle}`);
    await tx
      .insert(shopGrants)
      .values({ shopId: shop.id, organizationId: input.organizationId })
      .onConflictDoNothing();
  });
}
