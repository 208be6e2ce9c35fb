import { eq, sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { endOtherSessions, endSession, mySessions, signInStore } from "./index.ts";

const { sessions, users } = tables;
let world: TestWorld;
let userId: string;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
  const [user] = await acrossAllShops(world.tools, (tx) => tx.select().from(users));
  userId = user?.id ?? "";
});
afterAll(() => world.close());

async function signIn(sessionToken: string, browser: { device?: string; replaces?: string } = {}) {
  const years = new Date(Date.now() + 10 * 365 * 86_400_000);
  return signInStore(world.tools, browser).createSession({ sessionToken, userId, expires: years });
}

async function letIn(token: string): Promise<boolean> {
  return (await signInStore(world.tools).getSessionAndUser(token)) !== null;
}

function shift(column: "last_seen_at" | "expires_at", interval: string) {
  const name = sql.identifier(column);
  return acrossAllShops(world.tools, (tx) =>
    tx.execute(sql`update sessions set ${name} = ${name} - ${interval}::interval`),
  );
}

test("a session lasts two weeks from signing in, whatever is asked for", async () => {
  const { expires } = await signIn("a");
  const days = (expires.getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(13.99);
  expect(days).toBeLessThan(14.01);
  await shift("expires_at", "14 days 1 second");
  expect(await letIn("a")).toBe(false);
});

test("twelve quiet hours end a session; whoever comes back before that starts them again", async () => {
  await signIn("b");
  await shift("last_seen_at", "11 hours 59 minutes");
  expect(await letIn("b")).toBe(true);
  await shift("last_seen_at", "11 hours 59 minutes");
  expect(await letIn("b")).toBe(true);
  await shift("last_seen_at", "12 hours 1 second");
  expect(await letIn("b")).toBe(false);
});

test("a busy page writes that it was seen once a minute", async () => {
  await signIn("c");
  const seen = async () =>
    (await acrossAllShops(world.tools, (tx) => tx.select().from(users).where(eq(users.id, userId))))[0]
      ?.lastSeenAt;
  await shift("last_seen_at", "2 minutes");
  await letIn("c");
  const first = await seen();
  await letIn("c");
  expect(first).toBeInstanceOf(Date);
  expect(await seen()).toEqual(first);
});

test("signing in again in the same browser ends what it had", async () => {
  await signIn("old");
  await signIn("new", { replaces: "old" });
  expect(await letIn("old")).toBe(false);
  expect(await letIn("new")).toBe(true);
});

test("one sees where one is signed in, and ends one of them, or all but this", async () => {
  await acrossAllShops(world.tools, (tx) => tx.delete(sessions));
  await signIn("desk", { device: "Firefox on Linux" });
  await signIn("phone", { device: "Safari on iPhone" });
  await signIn("hotel");
  const list = await mySessions(world.tools, { userId, token: "desk" });
  expect(list.map(({ device, here }) => [device, here]).sort()).toEqual([
    ["A browser", false],
    ["Firefox on Linux", true],
    ["Safari on iPhone", false],
  ]);
  const phone = list.find(({ device }) => device.startsWith("Safari"));
  expect(await endSession(world.tools, { userId, id: phone?.id ?? "" })).toBe(true);
  expect(await letIn("phone")).toBe(false);
  expect(await endOtherSessions(world.tools, { userId, token: "desk" })).toBe(1);
  expect([await letIn("desk"), await letIn("hotel")]).toEqual([true, false]);
});

test("somebody else's session is one that is not there", async () => {
  await signIn("mine");
  const [mine] = await mySessions(world.tools, { userId, token: "mine" });
  const stranger = "00000000-0000-7000-8000-000000000000";
  for (const id of [mine?.id ?? "", stranger, "1 or 1=1"])
    expect(await endSession(world.tools, { userId: stranger, id })).toBe(false);
  expect(await letIn("mine")).toBe(true);
});

test("what is kept of a token opens nothing", async () => {
  await signIn("secret");
  const rows = await acrossAllShops(world.tools, (tx) => tx.select().from(sessions));
  for (const { token, id } of rows) {
    expect(await letIn(token)).toBe(false);
    expect(await letIn(id)).toBe(false);
  }
});
