import { eq, sql, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readReturn } from "../return/index.ts";
import { connectShop, workerContext } from "../shop/index.ts";
import {
  brisk,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  standingOf,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { claimLane, releaseLane } from "./lane.ts";
import { readLeg } from "./legs.ts";
import { pauseIssuing, resumeIssuing } from "./pause-issuing.ts";
import { askPerson, markNotExecuted, markUnknown } from "./record-leg.ts";
import { settleLeg } from "./settle-leg.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const orders = shirtOrders(3501, 20);

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

const issuing = () => startIssuing(world, orders.shift()?.name);
const standing = (number: number) => standingOf(world, number);
const fault = (kind: string, operation: string, more = {}) =>
  world.standIn.faults({ kind, operation, shop: world.domain, ...more });

test("news of an old attempt neither frees nor stops a newer one that is under way", async () => {
  const credit = await issuing();
  await fault("drop-before", "returnProcess");
  await workUntilSettled(world);
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (!ctx) throw new Error("No shop");
  const again = await issuing();
  const { leg } = (await readLeg(ctx, again.base)) ?? {};
  const hold = await claimLane(ctx, leg?.laneId ?? "", "frozen worker");
  await ctx.inShop(async (tx) => {
    for (const n of [1, 2])
      await tx.insert(tables.legAttempts).values({
        shopId: ctx.shop.id,
        legId: again.base,
        n,
        laneId: leg?.laneId ?? "",
        epoch: 1,
        fence: BigInt(n),
        tag: `kept:${again.base}:${n}`,
        idempotencyKey: crypto.randomUUID(),
        apiVersion: "2026-10",
        baseline: { refundIds: [], lines: [] },
        ...(n === 1 && { outcome: "not_executed:throttled" }),
      });
    await tx
      .update(tables.issuanceLegs)
      .set({ state: "sending" })
      .where(eq(tables.issuanceLegs.id, again.base));
  });
  await markNotExecuted(ctx, again.base, { attempt: 1, reason: "too_late", againMs: 0 });
  await markUnknown(ctx, again.base, { attempt: 1, reason: "timeout", lookAgainMs: 0 });
  await askPerson(ctx, again.base, { attempt: 1, reason: "refused:INVALID" });
  expect((await readLeg(ctx, again.base))?.leg.state).toBe("sending");
  if (hold) await releaseLane(ctx, hold);
  await workUntilSettled(world);
  expect((await standing(again.number))[0]).toBe("issued");
  expect((await standing(credit.number))[0]).toBe("issued");
});

test("a person's word waits until what was sent before can no longer arrive, whichever way it goes", async () => {
  const credit = await issuing();
  await fault("delay-then-commit", "returnProcess", { delayMs: 700 });
  await world.advance();
  await askPerson(world.owner, credit.base, { reason: "deadline" });
  const off = await settleLeg(world.owner, {
    legId: credit.base,
    exit: { kind: "do_not_pay" },
    reason: "No",
  });
  expect(off).toMatchObject({ error: { code: "MayStillArrive" } });
  value(await settleLeg(world.owner, { legId: credit.base, exit: { kind: "send_again" }, reason: "Now" }));
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("issued");
  const detail = await readReturn(world.owner, credit.number);
  expect(detail?.credit?.legs.map((leg) => leg.attempts.length)).toEqual([1, 1]);
});

test("while everything is switched off nothing is sent, and afterwards everything is", async () => {
  const off = (at: ReturnType<typeof sql> | null) =>
    acrossAllShops(world.tools, (tx) => tx.update(tables.issuingSwitch).set({ pausedAt: at }));
  await off(sql`clock_timestamp()`);
  const credit = await issuing();
  const before = (await world.standIn.truth(world.domain)).movements.length;
  for (let i = 0; i < 5; i += 1) await world.advance();
  expect((await world.standIn.truth(world.domain)).movements.length).toBe(before);
  await off(null);
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("issued");
});

test("a pause lasts as long as it lasts: no deadline passes meanwhile", async () => {
  const credit = await issuing();
  value(await pauseIssuing(world.owner, { reason: "The weekend" }));
  await deadlines("10 minutes");
  await world.advance();
  const [base] = await world.owner.inShop((tx) =>
    tx
      .select({ left: sql<number>`extract(epoch from deadline - clock_timestamp())::int` })
      .from(tables.issuanceLegs)
      .where(eq(tables.issuanceLegs.id, credit.base)),
  );
  expect(base?.left).toBeGreaterThan(3_600);
  value(await resumeIssuing(world.owner));
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("issued");
});

test("a bonus whose base was settled days later goes out like any other", async () => {
  const credit = await issuing();
  await askPerson(world.owner, credit.base, { reason: "limit_per_return" });
  await deadlines("-1 hour");
  value(await settleLeg(world.owner, { legId: credit.base, exit: { kind: "send_again" }, reason: "Yes" }));
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

/** Every leg that is open must be settled by then, counted from now. */
function deadlines(fromNow: string) {
  return world.owner.inShop((tx) =>
    tx
      .update(tables.issuanceLegs)
      .set({ deadline: sql`clock_timestamp() + ${fromNow}::interval` })
      .where(sql`state in ('ready', 'human')`),
  );
}

test("on an account that stands still every credit waits for a person, whose decision sets it going", async () => {
  const credit = await issuing();
  await world.owner.inShop((tx) => tx.update(tables.creditLanes).set({ frozenReason: "second_transaction" }));
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["review", "base human account_frozen", "bonus ready"]);
  value(
    await settleLeg(world.owner, { legId: credit.base, exit: { kind: "send_again" }, reason: "Looked at" }),
  );
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("issued");
});

test("a token that dies on the way moves nothing; with a new one the credit goes on", async () => {
  const credit = await issuing();
  await fault("expire-token", "returnProcess");
  for (let i = 0; i < 5; i += 1) await world.advance();
  expect((await standing(credit.number))[1]).toMatch(/^base ready/);
  const installed = await world.standIn.install(world.domain, requiredScopes);
  await connectShop(world.tools, {
    organizationId: world.owner.organization.id,
    domain: world.domain,
    ...installed,
  });
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("when the app is taken out of the shop, what is open asks a person instead of waiting for ever", async () => {
  const credit = await issuing();
  await world.owner.inShop((tx) =>
    tx.update(tables.installations).set({ uninstalledAt: sql`clock_timestamp()` }),
  );
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["review", "base human not_installed", "bonus ready"]);
  await world.owner.inShop((tx) => tx.update(tables.installations).set({ uninstalledAt: null }));
});
