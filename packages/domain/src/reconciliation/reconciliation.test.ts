import { setTimeout as sleep } from "node:timers/promises";
import { eq, tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { brokenInvariants } from "../issuance/index.ts";
import { balances } from "../ledger/index.ts";
import { previewReversal, reverseCredit } from "../reversal/index.ts";
import {
  brisk,
  customerOf,
  openWorld,
  shirtOrders,
  standingOf,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { inTurn } from "./in-turn.ts";
import {
  continueReconciliation,
  listDifferences,
  listRuns,
  reconcileAccount,
  resolveDifference,
  startReconciliation,
} from "./index.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
let ada: string;
const orders = shirtOrders(4001, 20);
const names = orders.map(({ name }) => name);
/** Ada had 7.00 from before Kept. */
const before = {
  storeCreditAccounts: [{ customer: "ada", currency: "USD", credits: [{ amount: "7.00", at: "-300d" }] }],
};

beforeAll(async () => {
  world = await openWorld({ orders, shop: before, ...brisk });
});
afterAll(() => world.close());

/** Ada's shirt, credited: 20.00 and a bonus of 2.00. */
async function credited() {
  const issued = await startIssuing(world, names.shift());
  await workUntilSettled(world);
  ada = await customerOf(world, issued.orderGid);
  return issued;
}

/** Reconciles, and answers what was found since the last time. */
async function found(): Promise<string[]> {
  const known = (await listDifferences(world.owner, { which: "all" })).rows.length;
  const { creditLanes } = tables;
  const lanes = await world.owner.inShop((tx) => tx.select().from(creditLanes));
  for (const { id } of lanes) await reconcileAccount(world.owner, id);
  const { rows } = await listDifferences(world.owner, { which: "all" });
  return rows
    .slice(0, rows.length - known)
    .map(({ kind, theirs, resolved }) => `${kind} ${toDecimal(theirs)}${resolved ? "" : " open"}`)
    .sort();
}

async function resolve(action: Parameters<typeof resolveDifference>[1]["action"], reason: string) {
  const [newest] = (await listDifferences(world.owner, { which: "open" })).rows;
  return resolveDifference(world.owner, { id: newest?.id ?? "", action, reason });
}

async function book(): Promise<Record<string, string>> {
  const all = await world.owner.inShop((tx) => balances(tx, world.owner));
  return Object.fromEntries(all.map(({ account, balance }) => [account, toDecimal(balance)]));
}

/** Every account of the ledger holds what Shopify says; nothing that must always be true is broken. */
async function expectShopifysBalance() {
  const { accounts, broken } = await world.standIn.truth(world.domain);
  expect(broken).toEqual([]);
  expect(Number((await book()).customer_credit)).toBe(Number(accounts[0]?.balance));
  expect(await brokenInvariants(world.tools)).toEqual([]);
}

test("what Kept gave is found again; what was there before Kept is the opening balance", async () => {
  await credited();
  expect(await found()).toEqual(["opening 7.00"]);
  expect(await book()).toEqual({
    customer_credit: "29.00",
    opening: "-7.00",
    refunds: "-20.00",
    bonus_cost: "-2.00",
  });
  expect(await found()).toEqual([]);
  await expectShopifysBalance();
});

test("staff credit by hand: booked as others', until somebody says whose it is, once and with a reason", async () => {
  await world.standIn.editCredit(world.domain, ada, { act: "credit", amount: "5.00", currency: "USD" });
  expect(await found()).toEqual(["by_others 5.00 open"]);
  expect(await book()).toMatchObject({ customer_credit: "34.00", foreign: "-5.00" });
  expect(await resolve("incentive", " ")).toEqual({ ok: false, error: { code: "ReasonMissing" } });
  value(await resolve("incentive", "Maria's goodwill"));
  expect(await book()).toMatchObject({ bonus_cost: "-7.00", foreign: "0.00" });
  const [said] = (await listDifferences(world.owner, { which: "settled" })).rows;
  const again = { id: said?.id ?? "", action: "staff" as const, reason: "No, Bob's" };
  expect(await resolveDifference(world.owner, again)).toMatchObject({ error: { code: "AlreadyResolved" } });
  await expectShopifysBalance();
});

test("a customer spends at the checkout: the bonus goes first, the books know the order", async () => {
  await world.standIn.buyWithCredit(world.domain, ada);
  expect(await found()).toEqual(["spent -25.00"]);
  expect(await book()).toMatchObject({ customer_credit: "9.00", redemptions: "25.00" });
  const { credits, redeemingOrders } = tables;
  const [credit] = await world.owner.inShop((tx) => tx.select().from(credits));
  // 2.00 of bonus that expires, then 7.00 from before and 16.00 of the refund.
  expect(credit).toMatchObject({ state: "partly_used", spentMinor: 1800n, leftMinor: 400n, expiresAt: null });
  const [order] = await world.owner.inShop((tx) => tx.select().from(redeemingOrders));
  expect(order).toMatchObject({ totalMinor: 2500n, creditMinor: 2500n });
  await expectShopifysBalance();
});

test("another app's credit that runs out: theirs, and then expired", async () => {
  const soon = Date.now() + 5_000;
  await world.standIn.creditAsAnotherApp(world.domain, ada, "3.00", new Date(soon).toISOString());
  expect(await found()).toEqual(["by_others 3.00 open"]);
  value(await resolve("other_app", "Loyalty points"));
  await sleep(soon + 500 - Date.now());
  expect(await found()).toEqual(["expired -3.00"]);
  expect(await book()).toMatchObject({ breakage: "3.00" });
  await expectShopifysBalance();
});

test("staff take credit away: named, and it can only be theirs", async () => {
  await world.standIn.editCredit(world.domain, ada, { act: "debit", amount: "1.50", currency: "USD" });
  expect(await found()).toEqual(["by_others -1.50 open"]);
  expect(await resolve("refund", "Ours?")).toMatchObject({ error: { code: "NoSuchAction" } });
  value(await resolve("staff", "Asked for by the customer"));
  await expectShopifysBalance();
});

test("a second transaction with a bonus's own tag is a double, and is named with its return", async () => {
  const { number, bonus } = await credited();
  const { legAttempts } = tables;
  const [attempt] = await world.owner.inShop((tx) =>
    tx.select().from(legAttempts).where(eq(legAttempts.legId, bonus)),
  );
  await world.standIn.creditAsAnotherApp(world.domain, ada, "2.00", attempt?.tag);
  expect(await found()).toEqual(["double 2.00 open"]);
  const [double] = (await listDifferences(world.owner, { which: "open" })).rows;
  expect(double).toMatchObject({ returnNumber: number, actions: ["take_back", "taken_back", "incentive"] });
  await world.standIn.editCredit(world.domain, ada, { act: "debit", amount: "2.00", currency: "USD" });
  value(await resolve("taken_back", "Taken out by hand"));
  expect(await found()).toEqual(["by_others -2.00 open"]);
  value(await resolve("staff", "The double"));
  await expectShopifysBalance();
});

test("a double stops its account, and is taken out again by the same rules as everything that moves money", async () => {
  const { number, bonus } = await credited();
  const { creditLanes, credits, legAttempts, returns } = tables;
  const [attempt] = await world.owner.inShop((tx) =>
    tx.select().from(legAttempts).where(eq(legAttempts.legId, bonus)),
  );
  await world.standIn.creditAsAnotherApp(world.domain, ada, "2.00", attempt?.tag);
  expect(await found()).toEqual(["double 2.00 open"]);
  const lane = async () => (await world.owner.inShop((tx) => tx.select().from(creditLanes)))[0];
  expect(await lane()).toMatchObject({ frozenReason: "second_transaction" });
  const before = await book();
  const [double] = (await listDifferences(world.owner, { which: "open" })).rows;
  const takeBack = () =>
    resolveDifference(world.owner, { id: double?.id ?? "", action: "take_back", reason: "Came twice" });
  const answers = await Promise.all([takeBack(), takeBack(), takeBack()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await lane()).toMatchObject({ frozenReason: null });
  await workUntilSettled(world);
  expect(await found()).toEqual([]);
  // The books are as if the double had never come, and the return's credit is whole.
  const apart = (one: string | undefined, other: string | undefined) =>
    (Number(one) - Number(other)).toFixed(2);
  const after = await book();
  expect(apart(after.customer_credit, before.customer_credit)).toBe("-2.00");
  expect(apart(after.foreign, before.foreign)).toBe("2.00");
  expect(after.bonus_cost).toBe(before.bonus_cost);
  const [credit] = await world.owner.inShop((tx) =>
    tx
      .select({ credit: credits })
      .from(credits)
      .innerJoin(returns, eq(returns.id, credits.returnId))
      .where(eq(returns.number, number)),
  );
  expect(credit?.credit).toMatchObject({ state: "unspent", leftMinor: 2200n });
  await expectShopifysBalance();
  // Of two alike Shopify took either; all of the credit can still be taken back, and is.
  const previewed = value(await previewReversal(world.owner, { number, units: "all" }));
  expect(previewed).toMatchObject({ total: { minor: 2200n }, shortfall: { minor: 0n } });
  const { total } = previewed;
  value(await reverseCredit(world.owner, { number, units: "all", total, reason: "Sent back after all" }));
  await workUntilSettled(world);
  expect(await standingOf(world, number)).toContain("reversal confirmed");
  expect(await found()).toEqual([]);
  await expectShopifysBalance();
});

test("of a double that is spent nothing is taken, and its account goes on once somebody has said so", async () => {
  const { bonus } = await credited();
  const { creditLanes, legAttempts, reversals } = tables;
  const [attempt] = await world.owner.inShop((tx) =>
    tx.select().from(legAttempts).where(eq(legAttempts.legId, bonus)),
  );
  await world.standIn.creditAsAnotherApp(world.domain, ada, "2.00", attempt?.tag);
  const { accounts } = await world.standIn.truth(world.domain);
  const all = { act: "debit", amount: accounts[0]?.balance ?? "", currency: "USD" };
  await world.standIn.editCredit(world.domain, ada, all);
  await found();
  const open = async (kind: string) =>
    (await listDifferences(world.owner, { which: "open" })).rows.find((each) => each.kind === kind)?.id ?? "";
  const settle = (id: string, action: "staff" | "take_back" | "incentive") =>
    resolveDifference(world.owner, { id, action, reason: "All of it is gone" });
  value(await settle(await open("by_others"), "staff"));
  const decided = await world.owner.inShop((tx) => tx.$count(reversals));
  expect(await settle(await open("double"), "take_back")).toMatchObject({
    error: { code: "NothingUnspent" },
  });
  expect(await world.owner.inShop((tx) => tx.$count(reversals))).toBe(decided);
  value(await settle(await open("double"), "incentive"));
  const [lane] = await world.owner.inShop((tx) => tx.select().from(creditLanes));
  expect(lane?.frozenReason).toBeNull();
  await expectShopifysBalance();
});

test("however much is compared, the shop's pace is free for whoever comes next", async () => {
  for (let asked = 0; asked < 300; asked += 1) await inTurn(world.owner, async () => asked);
  const step = world.tools.pace.take(world.owner.shop.id);
  expect(step).not.toBeNull();
  step?.done();
});

test("a credit Shopify does not show is missing, and not any more once it shows", async () => {
  const stale = { kind: "stale-reads", operation: "ReadCreditAccount", delayMs: 60_000, count: null };
  const fault = await world.standIn.faults({ ...stale, shop: world.domain });
  await credited();
  await sleep(1_000); // what was confirmed just now is not expected to show yet
  expect(await found()).toEqual(["missing 0.00 open", "missing 0.00 open"]);
  await world.standIn.endFault(fault);
  // The base was confirmed by its refund alone; the refund says which transaction is its.
  expect(await found()).toEqual([]);
  expect((await listDifferences(world.owner, { which: "open" })).rows).toEqual([]);
  await expectShopifysBalance();
});

test("the whole shop: the first run reads every account, the next only what has changed", async () => {
  const run = async () => {
    const { runId } = value(await startReconciliation(world.owner));
    expect(value(await startReconciliation(world.owner)).runId).toBe(runId);
    await continueReconciliation(world.owner, runId);
    return (await listRuns(world.owner, 1))[0];
  };
  await sleep(1_000); // what shares its second with something else is read once more, to be sure
  await world.standIn.editCredit(world.domain, ada, { act: "credit", amount: "3.00", currency: "USD" });
  expect(await run()).toMatchObject({ state: "done", accounts: 1, done: 1, changed: 1, found: 1 });
  expect(await run()).toMatchObject({ state: "done", accounts: 1, done: 1, changed: 0, found: 0 });
  await world.standIn.editCredit(world.domain, ada, { act: "credit", amount: "1.00", currency: "USD" });
  expect(await run()).toMatchObject({ state: "done", changed: 1, found: 1 });
});
