import { tables } from "@kept/database";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { approveReturn, mirrorReturn, readReturn } from "../return/index.ts";
import {
  askForReturn,
  askWhereShopifyRefuses,
  brisk,
  expectBooksToAgree,
  openWorld,
  pairOrders,
  standingOf,
  startRefunding,
  type TestWorld,
  takeAllByHand,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { issueCredit } from "./issue-credit.ts";
import { settleLeg } from "./settle-leg.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const orders = pairOrders(5001, 40);
const shirt = { title: "Linen shirt", price: "20.00", quantity: 1 };
const alike = { name: "#5901", lines: [shirt, { ...shirt, title: "Cotton shirt" }] };
const order = () => orders.shift()?.name ?? "";

beforeAll(async () => {
  world = await openWorld({ orders: [...orders, alike], ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

const strike = (kind: string, more = {}) =>
  world.standIn.faults({ kind, operation: "refundCreate", shop: world.domain, ...more });
const attempts = (legId: string) =>
  world.owner
    .inShop((tx) => tx.select().from(tables.legAttempts))
    .then((rows) => rows.filter((row) => row.legId === legId).sort((a, b) => a.n - b.n));
const paidBack = async () =>
  (await world.standIn.truth(world.domain)).movements.filter(({ type }) => type === "REFUND").length;
const issued = ["issued", "base confirmed", "bonus confirmed"];

test("what Shopify takes no return for is not issued unasked, and refunded on the order when a person says so", async () => {
  const { number, id } = await askWhereShopifyRefuses(world, order());
  expect(await approveReturn(world.owner, { number })).toMatchObject({ error: { code: "ReturnRefused" } });
  value(await approveReturn(world.owner, { number, withoutReturn: true }));
  value(await issueCredit(world.owner, { number }));
  await workUntilSettled(world);
  expect(await standingOf(world, number)).toEqual(issued);
  const detail = await readReturn(world.owner, number);
  expect(detail?.events.map(({ kind }) => kind)).toContain("without_mirror");
  expect(detail?.credit?.legs[0]?.refundId).toMatch(/^gid:\/\/shopify\/Refund\//);
  expect(detail?.credit?.accountLastDigits).not.toBeNull();
  expect(await mirrorReturn(world.owner, id)).toBeNull();
});

test.each([
  ["the connection drops after it was done", { kind: "commit-then-drop" }],
  ["a 502 hides that it was done", { kind: "error-after" }],
  ["half an answer hides that it was done", { kind: "malformed-after" }],
  ["the answer comes after we stopped waiting", { kind: "commit-then-delay", delayMs: 500 }],
  ["it is done only after we stopped waiting", { kind: "delay-then-commit", delayMs: 600 }],
  ["the connection drops before anything was done", { kind: "drop-before" }],
  ["a 502 comes before anything was done", { kind: "error-before" }],
] as const)("when %s, the same request with the same key settles it", async (_what, { kind, ...more }) => {
  const { number, base } = await startRefunding(world, order());
  await strike(kind, more);
  await workUntilSettled(world);
  expect(await standingOf(world, number)).toEqual(issued);
  expect(await attempts(base.id)).toHaveLength(1);
});

test("while readings lag behind, the key answers instead: no second refund", async () => {
  const { number, base } = await startRefunding(world, order());
  const lag = { kind: "stale-reads", delayMs: 300, count: 12, shop: world.domain };
  const lagging = await world.standIn.faults(lag);
  await strike("commit-then-drop");
  await workUntilSettled(world);
  await world.standIn.endFault(lagging);
  expect(await standingOf(world, number)).toEqual(issued);
  expect(await attempts(base.id)).toHaveLength(1);
});

test("a throttled refund is proof that nothing was done: it goes out anew", async () => {
  const { number, base } = await startRefunding(world, order());
  await strike("throttle", { count: 3 });
  await workUntilSettled(world);
  expect(await standingOf(world, number)).toEqual(issued);
  expect((await attempts(base.id)).map(({ outcome }) => outcome)).toEqual([
    ...Array(3).fill("not_executed:throttled"),
    "confirmed",
  ]);
});

test("money that goes back the way it came goes once, whatever happens to the answer", async () => {
  for (const kind of ["commit-then-drop", "error-before", "malformed-after"]) {
    const { number, base } = await startRefunding(world, order(), "original_payment");
    const before = await paidBack();
    await strike(kind);
    await workUntilSettled(world);
    expect(await standingOf(world, number)).toEqual(["issued", "base confirmed"]);
    expect(await paidBack()).toBe(before + 1);
    expect(await attempts(base.id)).toHaveLength(1);
  }
});

test("pieces that staff refunded themselves meanwhile are not paid for again", async () => {
  const { number, base } = await startRefunding(world, order());
  await world.standIn.refundByHand(world.domain, base.orderGid, {
    act: "refund",
    amount: "20.00",
    to: "original",
  });
  await workUntilSettled(world);
  expect((await standingOf(world, number)).join("; ")).toMatch(/^review; base human .*; bonus ready$/);
});

test("a refund that answers for another return of the same order is not taken for this one", async () => {
  const asked = [
    await askForReturn(world, { order: "#5901" }),
    await askForReturn(world, { order: "#5901" }),
  ];
  const [{ quote } = { quote: null }] = asked;
  await takeAllByHand(world, quote?.orderId ?? "");
  await world.owner.inShop((tx) => tx.update(tables.shops).set({ limits: { USD: { perShopDay: "0.01" } } }));
  for (const { number } of asked) {
    value(await approveReturn(world.owner, { number, withoutReturn: true }));
    value(await issueCredit(world.owner, { number }));
  }
  await workUntilSettled(world);
  await world.owner.inShop((tx) => tx.update(tables.shops).set({ limits: {} }));
  const [paid, open] = await Promise.all(
    asked.map(async ({ number }) => (await readReturn(world.owner, number))?.credit?.legs[0]?.id ?? ""),
  );
  value(await settleLeg(world.owner, { legId: paid ?? "", exit: { kind: "send_again" }, reason: "Go" }));
  await workUntilSettled(world);
  const { refundId } =
    (await readReturn(world.owner, asked[0]?.number ?? 0))?.credit?.legs.find(({ id }) => id === paid) ?? {};
  expect(refundId).toMatch(/^gid/);

  const exit = { kind: "this_is_it", transactionId: refundId ?? "" } as const;
  expect(await settleLeg(world.owner, { legId: open ?? "", exit, reason: "Seen" })).toMatchObject({
    error: { code: "NoSuchTransaction" },
  });
});
