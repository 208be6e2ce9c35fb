import { and, eq, tables } from "@kept/database";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { workerContext } from "../shop/index.ts";
import {
  brisk,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  standingOf,
  startIssuing,
  type TestWorld,
  workUntilSettled,
} from "../testing/index.ts";
import { advanceLeg } from "./advance-leg.ts";
import { Pace } from "./pace.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const orders = shirtOrders(3701, 8);

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function advanceBase(goesOn: () => boolean) {
  const credit = await startIssuing(world, orders.shift()?.name);
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (!ctx) throw new Error("No shop");
  const before = await laneOf(credit.base);
  const came = await advanceLeg(ctx, credit.base, "test", goesOn);
  const lane = await laneOf(credit.base);
  return { ...credit, came, claims: Number((lane?.fence ?? 0n) - (before?.fence ?? 0n)), lane };
}

async function laneOf(legId: string) {
  const { creditLanes, issuanceLegs } = tables;
  const [row] = await world.owner.inShop((tx) =>
    tx
      .select({ lane: creditLanes })
      .from(creditLanes)
      .innerJoin(
        issuanceLegs,
        and(eq(issuanceLegs.shopId, creditLanes.shopId), eq(issuanceLegs.laneId, creditLanes.id)),
      )
      .where(eq(issuanceLegs.id, legId)),
  );
  return row?.lane;
}

test("where there is time the bonus follows its base under the same hold, and the account is free afterwards", async () => {
  const credit = await advanceBase(() => true);
  expect(credit).toMatchObject({ came: "settled", claims: 1, lane: { leaseUntil: null, holder: null } });
  expect(await standingOf(world, credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("where there is none the account is free after the base, and whoever comes next gives the bonus", async () => {
  const credit = await advanceBase(() => false);
  expect(credit).toMatchObject({ came: "settled", claims: 1, lane: { leaseUntil: null, holder: null } });
  expect(await standingOf(world, credit.number)).toEqual(["base_issued", "base confirmed", "bonus ready"]);
  await workUntilSettled(world);
  expect(await standingOf(world, credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("a bonus that is in doubt after its base leaves the account free, and is found instead of sent again", async () => {
  await world.standIn.faults({
    kind: "commit-then-drop",
    operation: "storeCreditAccountCredit",
    shop: world.domain,
  });
  const credit = await advanceBase(() => true);
  expect(credit).toMatchObject({ came: "waiting", lane: { leaseUntil: null } });
  expect((await standingOf(world, credit.number)).slice(0, 2)).toEqual(["base_issued", "base confirmed"]);
  await workUntilSettled(world);
  expect(await standingOf(world, credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("a bonus does not follow where Shopify's points are needed by others", () => {
  const pace = new Pace();
  const points = { maximumAvailable: 2_000, restoreRate: 100, requestedCost: 20, actualCost: 10 };
  const steps = Array.from({ length: 4 }, () => pace.take("bloom"));
  pace.heard("bloom", { ...points, currentlyAvailable: 200 });
  expect(pace.goesOn("bloom")).toBe(true);
  pace.heard("bloom", { ...points, currentlyAvailable: 90 });
  expect(pace.goesOn("bloom")).toBe(false);
  expect(steps).not.toContain(null);
});
