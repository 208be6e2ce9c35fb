import { requiredScopes } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentPolicy, savePolicy } from "../policy/index.ts";
import { approveReturn, overrideResolution, readReturn } from "../return/index.ts";
import { checkShop, connectShop } from "../shop/index.ts";
import { keepInstallation } from "../shop/installation.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { shirtOrders, standingOf, startIssuing } from "../testing/issuing.ts";
import { brisk, expectBooksToAgree, workUntilSettled } from "../testing/settle.ts";
import { issueCredit } from "./issue-credit.ts";
import { issueWaiting } from "./issue-waiting.ts";
import { lookForGrants } from "./look-for-grants.ts";

const creditScope = "write_store_credit_account_transactions";
const lessThanNeeded = requiredScopes.filter((scope) => scope !== creditScope);
let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 6), ...brisk });
});
afterAll(() => world.close());

/** The merchant's way through Shopify's consent, with these permissions at its end. */
async function grant(scopes: readonly string[]) {
  const installed = await world.standIn.install(world.domain, scopes);
  const { organization } = world.owner;
  await connectShop(world.tools, { organizationId: organization.id, domain: world.domain, ...installed });
}

/** What the job does that the grant put into the queue. */
const workAfterGrant = async () => {
  await issueWaiting(world.owner);
  await workUntilSettled(world);
};

test("a credit that a missing permission holds back is kept, says so, and goes out by itself once granted", async () => {
  await grant(lessThanNeeded);
  const { number } = await askForReturn(world, { order: "#1001" });
  value(await approveReturn(world.owner, { number }));
  const held = await issueCredit(world.owner, { number });
  expect(held).toMatchObject({ ok: false, error: { code: "ScopesMissing", scopes: [creditScope] } });
  await issueCredit(world.owner, { number });
  await workAfterGrant();
  const waiting = await readReturn(world.owner, number);
  expect(waiting?.waitingSince).toBeInstanceOf(Date);
  expect(waiting?.events.filter(({ kind }) => kind === "waits_for_permission")).toHaveLength(1);
  expect(await standingOf(world, number)).toEqual(["none"]);

  await grant(requiredScopes);
  await workAfterGrant();
  expect(await standingOf(world, number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
  const issued = await readReturn(world.owner, number);
  expect(issued?.credit?.startedBy).toMatchObject({ kind: "member", name: "Olivia Bloom" });
  expect(issued?.waitingSince).toBeNull();
});

test("a permission taken back between commitment and sending: the leg waits past every deadline, and no person is needed", async () => {
  const { number } = await startIssuing(world, "#1002");
  await world.standIn.install(world.domain, lessThanNeeded);
  await grant(lessThanNeeded);
  for (let i = 0; i < 3; i += 1) await world.advance();
  expect((await standingOf(world, number))[1]).toBe("base ready permission_missing");
  await grant(requiredScopes);
  await workUntilSettled(world);
  expect((await standingOf(world, number))[0]).toBe("issued");
  await expectBooksToAgree(world);
});

test("a grant that no webhook told of is found by looking, and only while something waits", async () => {
  const looks = async () => {
    const asked = () => world.tools.database.$client`select id from pgboss.job where name = 'granted'`;
    const before = (await asked()).length;
    await lookForGrants(world.tools);
    return (await asked()).length - before;
  };
  await grant(lessThanNeeded);
  expect(await looks()).toBe(0);
  const { number } = await askForReturn(world, { order: "#1004" });
  value(await approveReturn(world.owner, { number }));
  await issueCredit(world.owner, { number });
  expect(await looks()).toBe(1);
  await workAfterGrant();
  expect(await standingOf(world, number)).toEqual(["none"]);

  // Granted in Shopify, and nothing of it was heard here.
  const granted = await world.standIn.install(world.domain, requiredScopes);
  const { id } = world.owner.shop;
  await world.owner.inShop((tx) =>
    keepInstallation(world.tools, tx, id, { ...granted, scopes: lessThanNeeded }),
  );
  await workAfterGrant();
  expect(await standingOf(world, number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
  expect(await looks()).toBe(0);
});

test("who may not issue any more does not issue by having wished to", async () => {
  await grant(lessThanNeeded);
  const { number } = await askForReturn(world, { order: "#1003" });
  value(await approveReturn(world.owner, { number }));
  const gone = {
    ...world.owner,
    actor: { ...world.owner.actor, userId: crypto.randomUUID() },
  } as typeof world.owner;
  await issueCredit(gone, { number });
  await grant(requiredScopes);
  value(await checkShop(world.owner));
  await workAfterGrant();
  expect(await standingOf(world, number)).toEqual(["none"]);
  const events = (await readReturn(world.owner, number))?.events.map(({ kind }) => kind);
  expect(events).toContain("stopped_waiting");
});

test("what a rule would have issued is not paid as money where staff chose that while it waited", async () => {
  await grant(lessThanNeeded);
  const { policy, version } = await currentPolicy(world.owner);
  value(await savePolicy(world.owner, { policy: { ...policy, trigger: "on_approval" }, basedOn: version }));
  const { number } = await askForReturn(world, { order: "#1005" });
  value(await approveReturn(world.owner, { number }));
  await world.work();
  expect((await readReturn(world.owner, number))?.waitingSince).toBeInstanceOf(Date);
  value(
    await overrideResolution(world.owner, { number, resolution: "original_payment", reason: "She rang." }),
  );
  await grant(requiredScopes);
  await workAfterGrant();
  expect(await standingOf(world, number)).toEqual(["none"]);
});
