import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { shopsOverview } from "../all-shops/index.ts";
import { readAudit } from "../audit/index.ts";
import { listCustomers } from "../customer/index.ts";
import { currentPolicy } from "../policy/index.ts";
import { pokeActiveAccounts } from "../reconciliation/nights.ts";
import { listDifferences } from "../reconciliation/queries.ts";
import { customerFacts } from "../return/customer-facts.ts";
import { openWorld, type TestWorld } from "../testing/index.ts";
import { plansAcross, plansOf } from "../testing/plans.ts";
import { plantCredits } from "../testing/plant-credits.ts";
import { plantReturns } from "../testing/plant-returns.ts";
import { foldFigures } from "./fold-figures.ts";
import { homeFigures } from "./home-figures.ts";
import { journal } from "./journal.ts";
import { liability } from "./liability.ts";
import { creditCurrencies, listCredits, sumCredits } from "./list-credits.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;

beforeAll(async () => {
  world = await openWorld({ orders: [] });
  const shopId = world.owner.shop.id;
  await plantReturns(world.tools, { shopId, count: 8_000 });
  await plantCredits(world.tools, { shopId });
});
afterAll(() => world.close({ rows: "planted" }));

const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const span = { from: dayAgo(40), to: dayAgo(20) };

test.each([
  ["all", {}],
  ["of a currency", { currency: "EUR" }],
  ["of a state", { state: "spent" }],
  ["of a span of days", span],
  ["of a currency and a state", { currency: "EUR", state: "spent" }],
  ["of a state and a span of days", { state: "unspent", ...span }],
] as const)("credits %s are read from an index, without sorting, on every page", async (_, filter) => {
  const first = await listCredits(world.owner, { ...filter, limit: 10 });
  expect(first.rows).toHaveLength(10);
  for (const after of [undefined, first.next ?? ""])
    await expectWalked((ctx) => listCredits(ctx, { ...filter, limit: 10, after }));
});

test.each(["lovelace", "ada shirt", "customer77@example.com", "R-1500"])(
  "credits and customers found by %s are read from an index, without sorting",
  async (search) => {
    await expectWalked((ctx) => listCredits(ctx, { search, limit: 10 }), mostFoundSorted);
    await expectWalked((ctx) => listCustomers(ctx, { search, limit: 10 }), mostFoundSorted);
  },
);

test("customers, whoever returned last first, are read from an index, without sorting, on every page", async () => {
  const { next } = await listCustomers(world.owner, { limit: 10 });
  for (const after of [undefined, next ?? ""])
    await expectWalked((ctx) => listCustomers(ctx, { limit: 10, after }));
});

test("the journal, the log, differences and currencies are read from an index, without sorting", async () => {
  await expectWalked((ctx) => journal(ctx, { ...span, limit: 10 }));
  await expectWalked((ctx) => readAudit(ctx, { most: 10 }));
  await expectWalked((ctx) => listDifferences(ctx, { which: "open" }));
  await expectWalked((ctx) => creditCurrencies(ctx));
});

test("Home's figures are sums of days and what is new, however many credits there are", async () => {
  await foldFigures(world.owner);
  const plans = await plansOf(world.owner, (ctx) => homeFigures(ctx));
  expect(plans.filter((plan) => /\bfigure_(days|totals)\b/.test(plan))).toHaveLength(2);
  expect(
    plans.filter((plan) => /Seq Scan on (ledger_entries|credits|returns)\b/.test(plan) && !counts.test(plan)),
  ).toEqual([]);
  expect(plans.join("\n")).toMatch(
    /ledger_entries_newly_posted on ledger_entries.*\n\s+Index Cond: .*posted_at >= /,
  );
});

test("what all shops gave and owe is read from folded sums and what is new, however many credits there are", async () => {
  await foldFigures(world.owner);
  const { actor } = world.owner;
  const userId = actor.kind === "member" ? actor.userId : "";
  const plans = await plansAcross(world.tools, (tools) => shopsOverview(tools, userId, { countedTo: 1_000 }));
  const [sums, ...more] = plans.filter((plan) => plan.includes("figure_totals"));
  expect(more).toEqual([]);
  expect(sums).toMatch(/ledger_entries_newly_posted\b.*\n\s+Index Cond: .*posted_at >= /);
  expect(plans.filter((plan) => /Seq Scan on (ledger_entries|credits|returns)\b/.test(plan))).toEqual([]);
});

test("totals and what is owed are read from sums of days, and no credit is looked at", async () => {
  for (const filter of [{}, { state: "spent" }, span] as const) {
    const plans = await plansOf(world.owner, (ctx) => sumCredits(ctx, filter));
    expect(plans.filter((plan) => /on credit_sums\b/.test(plan))).toHaveLength(1);
    expect(plans.filter((plan) => rowsOfCredits.test(plan))).toEqual([]);
  }
  for (const asOf of [undefined, dayAgo(30)]) {
    const plans = await plansOf(world.owner, (ctx) => liability(ctx, { asOf }));
    expect(plans.filter((plan) => rowsOfCredits.test(plan))).toEqual([]);
  }
});

test("accounts to look at again are found by index, however many credits were given", async () => {
  const plans = await plansAcross(world.tools, (tools) => pokeActiveAccounts(tools));
  expect(plans.filter((plan) => plan.includes("issuance_legs_confirmed_lately"))).toHaveLength(1);
  expect(plans.filter((plan) => /Seq Scan on issuance_legs\b/.test(plan))).toEqual([]);
});

test("what a quote asks about its customer, and the month's budget, is read by index", async () => {
  const { policy } = await currentPolicy(world.owner);
  const limits = { ...policy.storeCredit.limits, perMonth: { USD: "500.00" } };
  const limited = { ...policy, storeCredit: { ...policy.storeCredit, limits } };
  const order = { id: "gid://shopify/Order/1", currency: "USD", customer: { id: "c" }, payments: [] };
  const plans = await plansOf(world.owner, (ctx) => customerFacts(ctx, order as never, limited));
  expect(plans).toHaveLength(1);
  expect(plans[0]?.match(/(Seq|Index|Index Only|Bitmap Heap) Scan .*on returns\b/g)).toHaveLength(4);
  expect(plans[0]).not.toMatch(/Seq Scan/);
});

const rowsOfCredits =
  /(?<!newly_used )\bon (credits|issuance_legs)\b|Seq Scan on (lane_observations|credit_uses)\b/;

/** Counting stops after a thousand rows, so that it may read them in whatever order they lie. */
const counts = /^Result.*\n\s+InitPlan 1\n\s+->\s+Aggregate/;
const many = "returns|return_words|credits|ledger_entries";
const unindexed = new RegExp(`Sort(?! Key)|Seq Scan on (${many})\\b`);
/** What a search found is at most five hundred rows, and they may be put in order. */
const mostFoundSorted = new RegExp(`Seq Scan on (${many})\\b`);

async function expectWalked(
  read: (ctx: TestWorld["owner"]) => Promise<unknown>,
  never: RegExp = unindexed,
): Promise<void> {
  const plans = await plansOf(world.owner, read);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => never.test(plan))).toEqual([]);
}
