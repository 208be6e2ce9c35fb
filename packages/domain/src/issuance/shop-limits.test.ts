import { type Transaction, tables } from "@kept/database";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { foundOrganization, type Role } from "../organization/index.ts";
import { approveReturn } from "../return/index.ts";
import { memberContext } from "../shop/index.ts";
import {
  askForReturn,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  standingOf,
  startIssuing,
  type TestWorld,
  value,
} from "../testing/index.ts";
import { issueCredit, pauseIssuing, readLimits, readPause, resumeIssuing, saveLimits } from "./index.ts";
import type { LegRow } from "./issuance.ts";
import { changeLeg, lockLeg } from "./legs.ts";
import { brokenLimit, limitsOf } from "./limits.ts";
import { markNotExecuted } from "./record-leg.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 6) });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function colleague(name: string, role: Role) {
  const { tools, owner } = world;
  const people = [{ email: `${name.toLowerCase()}@bloom.example`, name, role }];
  const { handle } = owner.shop;
  const { memberIds } = await foundOrganization(tools, { name: handle, kind: "merchant", people });
  const ctx = await memberContext(tools, { userId: memberIds[0] ?? "", handle, requestId: "test" });
  if (!ctx) throw new Error("Not a colleague");
  return ctx;
}

async function limit(limits: Record<string, Record<string, string>>) {
  const { mark } = await readLimits(world.owner);
  return saveLimits(world.owner, { limits, basedOn: mark });
}

async function approved(order: string): Promise<number> {
  const { number } = await askForReturn(world, { order });
  value(await approveReturn(world.owner, { number }));
  return number;
}

test("two accounts that are paid at the same moment do not pass the shop's limit of a day together", async () => {
  value(await limit({ USD: { perShopDay: "30.00" } }));
  const [one, other] = [await startIssuing(world, "#1005"), await startIssuing(world, "#1006")];
  const counted = (tx: Transaction, legId: string) =>
    lockLeg(tx, world.owner, legId).then(async (leg) => {
      if (!leg) throw new Error("No leg");
      return { leg, broken: await brokenLimit(tx, world.owner, leg, await limitsOf(tx, world.owner, "USD")) };
    });
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const first = world.owner.inShop(async (tx) => {
    const { leg, broken } = await counted(tx, one.base);
    expect(broken).toBeNull();
    await sendingNow(tx, leg);
    held.resolve();
    await gate.promise;
  });
  await Promise.race([held.promise, first]);
  const second = world.owner.inShop((tx) => counted(tx, other.base));
  await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 200))]);
  gate.resolve();
  await first;
  expect((await second).broken).toBe("limit_per_shop_day");
  await markNotExecuted(world.owner, one.base, { attempt: 1, reason: "too_late", againMs: 60_000 });
  value(await limit({}));
});

test("limits are kept in their currency's own decimals; what is empty is not limited", async () => {
  value(await limit({ USD: { perReturn: "500", perShopDay: " " }, JPY: { perReturn: "50000" } }));
  expect((await readLimits(world.owner)).limits).toEqual({
    USD: { perReturn: "500.00" },
    JPY: { perReturn: "50000" },
  });
});

test.each([
  [{ USD: { perReturn: "5.001" } }, { currency: "USD", limit: "perReturn" }],
  [{ USD: { secondPersonAbove: "-1" } }, { currency: "USD", limit: "secondPersonAbove" }],
  [{ USD: { perShopDay: "1e9" } }, { currency: "USD", limit: "perShopDay" }],
  [{ XQQ: { perReturn: "5" } }, { currency: "XQQ", limit: null }],
])("%j is refused, and it is said where", async (limits, problem) => {
  expect(await limit(limits as never)).toEqual({
    ok: false,
    error: { code: "Invalid", problems: [problem] },
  });
});

test("nobody undoes a colleague's limits unseen", async () => {
  const { mark } = await readLimits(world.owner);
  value(await limit({ USD: { perReturn: "400" } }));
  expect(await saveLimits(world.owner, { limits: {}, basedOn: mark })).toMatchObject({
    error: { code: "ChangedMeanwhile" },
  });
});

test("above the limit two people issue, each once, and a program's wish is nobody's yes", async () => {
  value(await limit({ USD: { secondPersonAbove: "21.99" } }));
  const number = await approved("#1001");
  const waits = { error: { code: "SecondPersonNeeded" } };
  expect(await issueCredit(world.owner, { number })).toMatchObject(waits);
  expect(await issueCredit(world.owner, { number })).toMatchObject(waits);
  const automation = { ...world.owner, role: null, actor: { kind: "system", name: "automation" } as const };
  expect(await issueCredit(automation, { number })).toMatchObject(waits);
  expect(await standingOf(world, number)).toEqual(["none"]);
  const proposals = await world.owner.inShop((tx) => tx.select().from(tables.returnEvents));
  expect(proposals.filter(({ kind }) => kind === "issue_proposed")).toHaveLength(1);

  const fay = await colleague("Fay", "finance");
  value(await issueCredit(fay, { number }));
  await world.work();
  expect((await standingOf(world, number))[0]).toBe("issued");
});

test("at the limit one person is enough", async () => {
  value(await limit({ USD: { secondPersonAbove: "22.00" } }));
  const number = await approved("#1002");
  value(await issueCredit(world.owner, { number }));
});

test("a pause keeps money from leaving, says who and why, and what waited goes out afterwards", async () => {
  const number = await approved("#1003");
  value(await issueCredit(world.owner, { number }));
  expect(await pauseIssuing(world.owner, { reason: " " })).toMatchObject({
    error: { code: "ReasonMissing" },
  });
  value(await pauseIssuing(await colleague("Fay", "finance"), { reason: "Odd refunds\nsince noon" }));
  value(await pauseIssuing(world.owner, { reason: "Another reason" }));
  expect(await readPause(world.owner)).toMatchObject({ by: "Fay", reason: "Odd refunds since noon" });
  await world.advance();
  expect(await standingOf(world, number)).toEqual(["issuing", "base ready", "bonus ready"]);

  value(await resumeIssuing(world.owner));
  expect(await readPause(world.owner)).toBeNull();
});

/** What beginning an attempt writes down. */
async function sendingNow(tx: Transaction, leg: LegRow) {
  await tx.insert(tables.legAttempts).values({
    shopId: leg.shopId,
    legId: leg.id,
    n: 1,
    laneId: leg.laneId,
    epoch: 1,
    fence: 1n,
    tag: `kept:${leg.id}:1`,
    idempotencyKey: crypto.randomUUID(),
    apiVersion: "2026-10",
    baseline: { refundIds: [], lines: [] },
  });
  await changeLeg(tx, world.owner, leg.id, { state: "sending" });
}

test("what an account may hold is not among what owners type, and stays when they save", async () => {
  const { shops } = tables;
  const perAccount = { USD: { perAccount: "9000.00" }, EUR: { perAccount: "8000.00" } };
  await world.owner.inShop((tx) => tx.update(shops).set({ limits: perAccount }));
  value(await limit({ USD: { perReturn: "500" } }));
  value(await limit({ USD: { perReturn: "400" } }));
  const now = await memberContext(world.tools, {
    userId: world.owner.actor.kind === "member" ? world.owner.actor.userId : "",
    handle: world.owner.shop.handle,
    requestId: "test",
  });
  expect(now?.shop.mostPerAccount).toEqual({ USD: "9000.00", EUR: "8000.00" });
  expect((await readLimits(world.owner)).limits).toMatchObject({ USD: { perReturn: "400.00" } });
  await world.owner.inShop((tx) => tx.update(shops).set({ limits: {} }));
});
