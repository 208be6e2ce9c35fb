import { sql, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readReturn } from "../return/index.ts";
import { arriveFromShopify } from "../shop/join-shop.ts";
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
import { afterRestore } from "./after-restore.ts";
import { settleLeg } from "./settle-leg.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Bonuses that never expire: before 2027-01 nothing at Shopify says whose such a credit is. */
let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({
    orders: shirtOrders(3801, 2),
    ...brisk,
    policy: (policy) => ({ ...policy, storeCredit: { ...policy.storeCredit, bonusExpiresAfterDays: null } }),
  });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

/** A bonus that arrived, while its answer was lost and Kept was taken out of the shop before anybody looked. */
async function paidAndUninstalled() {
  const credit = await startIssuing(world, "#3801");
  await world.standIn.faults({
    kind: "commit-then-drop",
    operation: "storeCreditAccountCredit",
    shop: world.domain,
  });
  await world.advance();
  await world.advance();
  expect((await standingOf(world, credit.number))[2]).toBe("bonus unknown connection_lost");
  await world.owner.inShop((tx) =>
    tx.update(tables.installations).set({ uninstalledAt: sql`clock_timestamp()` }),
  );
  await workUntilSettled(world);
  expect((await standingOf(world, credit.number))[2]).toBe("bonus human not_installed");
  return credit;
}

test("what nothing can tell from anybody's credit is not sent again when Kept comes back: a person says", async () => {
  const credit = await paidAndUninstalled();
  const { accessToken, scopes } = await world.standIn.install(world.domain, requiredScopes);
  const never = { refreshToken: null, expiresAt: null, refreshExpiresAt: null };
  const userId = world.owner.actor.kind === "member" ? world.owner.actor.userId : null;
  await arriveFromShopify(world.tools, {
    granted: { shop: world.domain, accessToken, scopes, ...never },
    userId,
  });
  await workUntilSettled(world);
  expect(await standingOf(world, credit.number)).toEqual([
    "review",
    "base confirmed",
    "bonus human untagged_unclear",
  ]);
  expect(await world.standIn.credits(world.domain)).toEqual(["ORDER_REFUND 20.0 USD", "ADJUSTMENT 2.0 USD"]);

  const { movements } = await world.standIn.truth(world.domain);
  const arrived = movements.find(({ event }) => event === "ADJUSTMENT");
  const transactionId = `gid://shopify/StoreCreditAccountCreditTransaction/${arrived?.id}`;
  const exit = { kind: "this_is_it", transactionId } as const;
  value(await settleLeg(world.owner, { legId: credit.bonus, exit, reason: "There it is" }));
  expect((await standingOf(world, credit.number))[0]).toBe("issued");
});

test("after a restore it asks a person like everything else: the timeline says so, and so does the credit", async () => {
  const credit = await startIssuing(world, "#3802");
  expect(await afterRestore(world.tools)).toMatchObject({ asked: 1 });
  expect(await standingOf(world, credit.number)).toEqual([
    "review",
    "base ready",
    "bonus human restored_untagged",
  ]);
  const detail = await readReturn(world.owner, credit.number);
  expect(detail?.events.at(-1)).toMatchObject({ kind: "needs_review", detail: { leg: "bonus" } });
  const credits = await world.owner.inShop((tx) => tx.select().from(tables.credits));
  expect(credits.map(({ state }) => state).sort()).toEqual(["review", "unspent"]);
  await acrossAllShops(world.tools, (tx) => tx.update(tables.issuingSwitch).set({ quarantineUntil: null }));
});
