import { eq, sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundOrganization, type GrantRole, type Role, shopsOf } from "../organization/index.ts";
import { memberContext } from "../shop/index.ts";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import {
  acceptAccess,
  changeAccess,
  giveAccess,
  readAccess,
  readAccessTo,
  revokeAccess,
  sendAccessAgain,
  withdrawAccess,
} from "./index.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: [] });
});
afterAll(() => world.close());

async function agency(name: string, role: Role) {
  const email = `${name.toLowerCase()}@agency.example`;
  const people = [{ email, name, role }];
  const { id, memberIds } = await foundOrganization(world.tools, { name, kind: "agency", people });
  return { id, email, userId: memberIds[0] ?? "" };
}

async function letterTo(email: string): Promise<string> {
  const letters = await world.standIn.letters(email, "/access/");
  const tokens = letters.map(({ html }) => /\/access\/([\w-]{43})/.exec(html)?.[1] ?? "");
  const open = await Promise.all(tokens.map((token) => readAccess(world.tools, token)));
  return tokens.find((_, index) => open[index]) ?? "";
}

async function letIn(email: string, role: GrantRole, agencyId?: string, agencyName = "") {
  value(await giveAccess(world.owner, { email, role }));
  const token = await letterTo(email);
  return value(await acceptAccess(world.tools, { token, agencyId, agencyName, name: "" }));
}

function inShop(userId: string) {
  return memberContext(world.tools, { userId, handle: world.owner.shop.handle, requestId: "test" });
}

test("an agency comes in by its letter, may the lesser of both roles, and is out when the owner says so", async () => {
  const northwind = await agency("Northwind", "manager");
  expect(await inShop(northwind.userId)).toBeNull();
  await letIn(northwind.email, "finance", northwind.id);
  expect((await inShop(northwind.userId))?.role).toBe("finance");
  const [reached] = await shopsOf(world.tools, northwind.userId);
  expect(reached).toMatchObject({ role: "finance", via: "grant" });
  expect((await readAccessTo(world.owner)).grants).toMatchObject([{ agency: "Northwind", people: 1 }]);

  value(await changeAccess(world.owner, { organizationId: northwind.id, role: "viewer" }));
  expect((await inShop(northwind.userId))?.role).toBe("viewer");
  value(await revokeAccess(world.owner, { organizationId: northwind.id }));
  expect(await inShop(northwind.userId)).toBeNull();
  expect(await shopsOf(world.tools, northwind.userId)).toEqual([]);
  expect(await revokeAccess(world.owner, { organizationId: northwind.id })).toMatchObject({
    error: { code: "NotThere" },
  });
  await letIn(northwind.email, "agent", northwind.id);
  expect((await inShop(northwind.userId))?.role).toBe("agent");
});

test("an agency's owner is never an owner in a client's shop", async () => {
  const south = await agency("South", "owner");
  await letIn(south.email, "manager", south.id);
  const there = await inShop(south.userId);
  expect(there?.role).toBe("manager");
  if (!there) throw new Error("No way in");
  for (const refused of [
    await giveAccess(there, { email: "friend@agency.example", role: "viewer" }),
    await revokeAccess(there, { organizationId: south.id }),
    await changeAccess(there, { organizationId: south.id, role: "viewer" }),
  ])
    expect(refused).toMatchObject({ error: { code: "NotAllowed" } });
  const byForce = acrossAllShops(world.tools, (tx) => tx.execute(sql`update shop_grants set role = 'owner'`));
  await expect(byForce).rejects.toThrow();
});

test("two who may different things meet in what both may", async () => {
  const west = await agency("West", "manager");
  await letIn(west.email, "finance", west.id);
  const people = [{ email: "walt@agency.example", name: "Walt", role: "agent" as const }];
  const { memberIds } = await foundOrganization(world.tools, { name: "West", kind: "agency", people });
  expect((await inShop(memberIds[0] ?? ""))?.role).toBe("viewer");
});

test("somebody without an agency founds one by accepting", async () => {
  const email = "solo@agency.example";
  value(await giveAccess(world.owner, { email, role: "agent" }));
  const token = await letterTo(email);
  expect(await readAccess(world.tools, token)).toMatchObject({ agencies: [], role: "agent" });
  const accept = (agencyName: string) => acceptAccess(world.tools, { token, agencyName, name: "Solo" });
  expect(await accept("  ")).toMatchObject({ error: { code: "NameMissing" } });
  value(await accept("Solo Studio"));
  expect(await accept("Solo Studio")).toMatchObject({ error: { code: "InvitationOver" } });
  const [user] = await acrossAllShops(world.tools, (tx) =>
    tx.select().from(tables.users).where(eq(tables.users.email, email)),
  );
  expect((await inShop(user?.id ?? ""))?.organization.name).toBe("Solo Studio");
});

test("one accepts for one's own agency only, and only where one runs it", async () => {
  const east = await agency("East", "viewer");
  const other = await agency("Other", "owner");
  value(await giveAccess(world.owner, { email: east.email, role: "viewer" }));
  const token = await letterTo(east.email);
  expect((await readAccess(world.tools, token))?.agencies).toEqual([]);
  for (const agencyId of [other.id, east.id])
    expect(await acceptAccess(world.tools, { token, agencyId, agencyName: "", name: "" })).toMatchObject({
      error: { code: "NotYourAgency" },
    });
  expect(await inShop(other.userId)).toBeNull();
});

test("withdrawn before it was accepted, an invitation opens nothing; sent again, only the new link does", async () => {
  const email = "maybe@agency.example";
  value(await giveAccess(world.owner, { email, role: "viewer" }));
  const first = await letterTo(email);
  const asked = async () =>
    (await readAccessTo(world.owner)).invitations.find((each) => each.email === email)?.id ?? "";
  const id = await asked();
  value(await sendAccessAgain(world.owner, { id }));
  expect(await readAccess(world.tools, first)).toBeNull();
  const second = await letterTo(email);
  value(await withdrawAccess(world.owner, { id }));
  expect(await acceptAccess(world.tools, { token: second, agencyName: "Maybe", name: "" })).toMatchObject({
    error: { code: "InvitationOver" },
  });
});

test("only owners see whose addresses were asked", async () => {
  expect((await readAccessTo({ ...world.owner, role: "manager" })).invitations).toEqual([]);
});
