import { eq, sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memberContext } from "../shop/index.ts";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import {
  acceptInvitation,
  changeRole,
  foundOrganization,
  inviteMember,
  type OrganizationContext,
  organizationContext,
  organizationsOf,
  readInvitation,
  readTeam,
  removeMember,
  sendInvitationAgain,
  signInStore,
  withdrawInvitation,
} from "./index.ts";

let world: TestWorld;
let owner: OrganizationContext;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
  owner = await as("owner@bloom.example");
});
afterAll(() => world.close());

async function as(email: string): Promise<OrganizationContext> {
  const { tools } = world;
  const [user] = await acrossAllShops(tools, (tx) =>
    tx.select().from(tables.users).where(eq(tables.users.email, email)),
  );
  const [organization] = await organizationsOf(tools, user?.id ?? "");
  const input = { userId: user?.id ?? "", organizationId: organization?.id ?? "", requestId: "test" };
  const ctx = await organizationContext(tools, input);
  if (!ctx) throw new Error(`${email} belongs to nothing`);
  return ctx;
}

/** The link's token, out of the newest letter. */
async function letterTo(email: string): Promise<string> {
  const letters = await world.standIn.letters(email, "/invitation/");
  const tokens = letters.map(({ html }) => /\/invitation\/([\w-]{43})/.exec(html)?.[1] ?? "");
  const open = await Promise.all(tokens.map((token) => readInvitation(world.tools, token)));
  return tokens.find((_, index) => open[index]) ?? "";
}

async function join(email: string, role: "owner" | "manager" | "agent" | "finance" | "viewer") {
  value(await inviteMember(owner, { email, role }));
  value(await acceptInvitation(world.tools, { token: await letterTo(email), name: "" }));
  return as(email);
}

test("an invitation is a letter whose link makes a member, once", async () => {
  value(await inviteMember(owner, { email: " Finn@Bloom.example ", role: "finance" }));
  const token = await letterTo("finn@bloom.example");
  expect(await readInvitation(world.tools, token)).toMatchObject({
    email: "finn@bloom.example",
    role: "finance",
    invitedBy: "Olivia Bloom",
  });
  value(await acceptInvitation(world.tools, { token, name: "Finn" }));
  expect(await acceptInvitation(world.tools, { token, name: "Eve" })).toMatchObject({
    error: { code: "InvitationOver" },
  });
  const { members, invitations } = await readTeam(owner);
  expect(members.map(({ name, role }) => `${name} ${role}`)).toContain("Finn finance");
  expect(invitations).toEqual([]);
  expect(await inviteMember(owner, { email: "finn@bloom.example", role: "viewer" })).toMatchObject({
    error: { code: "AlreadyMember" },
  });
});

test("two clicks at the same moment make one member", async () => {
  value(await inviteMember(owner, { email: "twice@bloom.example", role: "viewer" }));
  const token = await letterTo("twice@bloom.example");
  const accepted = await Promise.all([1, 2, 3].map(() => acceptInvitation(world.tools, { token, name: "" })));
  expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
});

test("sent again, the old link is over; withdrawn, the new one is too", async () => {
  value(await inviteMember(owner, { email: "late@bloom.example", role: "agent" }));
  const first = await letterTo("late@bloom.example");
  const [waiting] = (await readTeam(owner)).invitations;
  value(await sendInvitationAgain(owner, { id: waiting?.id ?? "" }));
  expect(await readInvitation(world.tools, first)).toBeNull();
  const second = await letterTo("late@bloom.example");
  expect(second).not.toBe("");
  value(await withdrawInvitation(owner, { id: waiting?.id ?? "" }));
  value(await withdrawInvitation(owner, { id: waiting?.id ?? "" }));
  expect(await acceptInvitation(world.tools, { token: second, name: "" })).toMatchObject({ ok: false });
  expect(await sendInvitationAgain(owner, { id: waiting?.id ?? "" })).toMatchObject({
    error: { code: "NotThere" },
  });
});

test("after seven days a link is over, and says nothing but that", async () => {
  value(await inviteMember(owner, { email: "slow@bloom.example", role: "agent" }));
  const token = await letterTo("slow@bloom.example");
  await acrossAllShops(world.tools, (tx) =>
    tx.update(tables.invitations).set({ expiresAt: sql`clock_timestamp()` }),
  );
  expect(await readInvitation(world.tools, token)).toBeNull();
  expect(await acceptInvitation(world.tools, { token, name: "" })).toMatchObject({ ok: false });
  expect((await readTeam(owner)).invitations).toMatchObject([{ email: "slow@bloom.example", over: true }]);
});

test("nobody hands out more than they have, and those without the right hand out nothing", async () => {
  const manager = await join("manager@bloom.example", "manager");
  const agent = await join("agent@bloom.example", "agent");
  const ask = (who: OrganizationContext, role: "owner" | "agent") =>
    inviteMember(who, { email: "x@bloom.example", role });
  expect(await ask(manager, "owner")).toMatchObject({ error: { code: "NotAllowed" } });
  expect(await ask(agent, "agent")).toMatchObject({ error: { code: "NotAllowed" } });
  expect(await changeRole(manager, { userId: owner.member.userId, role: "viewer" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  expect(await changeRole(manager, { userId: manager.member.userId, role: "owner" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  expect(await removeMember(agent, { userId: manager.member.userId })).toMatchObject({
    error: { code: "NotAllowed" },
  });
});

test("a new role counts with the next request", async () => {
  const viewer = await join("viewer@bloom.example", "viewer");
  const inShop = () =>
    memberContext(world.tools, {
      userId: viewer.member.userId,
      handle: world.owner.shop.handle,
      requestId: "test",
    });
  expect((await inShop())?.role).toBe("viewer");
  value(await changeRole(owner, { userId: viewer.member.userId, role: "agent" }));
  expect((await inShop())?.role).toBe("agent");
});

test("who is removed has no way in and no session any more", async () => {
  const gone = await join("gone@bloom.example", "agent");
  const store = signInStore(world.tools);
  const soon = new Date(Date.now() + 60_000);
  const session = { sessionToken: "gone-token", userId: gone.member.userId, expires: soon };
  await store.createSession(session);
  expect(await store.getSessionAndUser("gone-token")).not.toBeNull();
  value(await removeMember(owner, { userId: gone.member.userId }));
  expect(await store.getSessionAndUser("gone-token")).toBeNull();
  const { userId } = gone.member;
  const { handle } = world.owner.shop;
  expect(await memberContext(world.tools, { userId, handle, requestId: "test" })).toBeNull();
  const { id: organizationId } = gone.organization;
  expect(await organizationContext(world.tools, { userId, organizationId, requestId: "test" })).toBeNull();
});

test("the last owner stays; of two who leave at once one stays", async () => {
  const me = owner.member.userId;
  expect(await removeMember(owner, { userId: me })).toMatchObject({ error: { code: "LastOwner" } });
  expect(await changeRole(owner, { userId: me, role: "viewer" })).toMatchObject({
    error: { code: "LastOwner" },
  });
  const second = await join("second@bloom.example", "owner");
  const left = await Promise.all([
    changeRole(owner, { userId: me, role: "manager" }),
    removeMember(second, { userId: second.member.userId }),
  ]);
  expect(left.filter(({ ok }) => ok)).toHaveLength(1);
  const { members } = await readTeam(owner);
  expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
});

test("another organization's people and invitations are people and invitations that are not there", async () => {
  const { id, memberIds } = await foundOrganization(world.tools, {
    name: "Elsewhere",
    kind: "merchant",
    people: [{ email: "boss@elsewhere.example", name: "Boss", role: "owner" }],
  });
  const stranger = await as("boss@elsewhere.example");
  expect(stranger.organization.id).toBe(id);
  const [waiting] = (await readTeam(owner)).invitations;
  const absent = { error: { code: "NotThere" } };
  for (const target of [waiting?.id ?? "", "00000000-0000-7000-8000-000000000000", "1 or 1=1"]) {
    expect(await sendInvitationAgain(stranger, { id: target })).toMatchObject(absent);
    expect(await withdrawInvitation(stranger, { id: target })).toMatchObject(absent);
  }
  for (const userId of [owner.member.userId, "00000000-0000-7000-8000-000000000000", ""]) {
    expect(await changeRole(stranger, { userId, role: "viewer" })).toMatchObject(absent);
    expect(await removeMember(stranger, { userId })).toMatchObject(absent);
  }
  const foreign = { userId: memberIds[0] ?? "", organizationId: owner.organization.id, requestId: "test" };
  expect(await organizationContext(world.tools, foreign)).toBeNull();
});
