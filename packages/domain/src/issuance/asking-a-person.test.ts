import { tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { listReturns, readReturn, readReturnByKey } from "../return/index.ts";
import {
  brisk,
  customerOf,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  standingOf,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { settleLeg } from "./settle-leg.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const orders = shirtOrders(3001, 20);

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

const issuing = () => startIssuing(world, orders.shift()?.name);
const standing = (number: number) => standingOf(world, number);
const fault = (kind: string, operation: string, more = {}) =>
  world.standIn.faults({ kind, operation, shop: world.domain, ...more });
const limits = (given: Record<string, unknown>) =>
  world.owner.inShop((tx) => tx.update(tables.shops).set({ limits: given }));

test("a credit of the very same amount that staff gave meanwhile is not mistaken for ours", async () => {
  const credit = await issuing();
  await fault("drop-before", "storeCreditAccountCredit");
  await world.advance();
  await world.standIn.editCredit(world.domain, await customerOf(world, credit.orderGid), {
    act: "credit",
    amount: "2.00",
    currency: "USD",
  });
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
  const seen = await world.owner.inShop((tx) => tx.select().from(tables.laneObservations));
  expect(seen.filter(({ event, amountMinor }) => event === "ADJUSTMENT" && amountMinor === 200n)).not.toEqual(
    [],
  );
});

test("a bonus Shopify refuses is a person's matter, and the base it belongs to stays", async () => {
  const credit = await issuing();
  await world.advance();
  const customer = await customerOf(world, credit.orderGid);
  const { accounts } = await world.standIn.truth(world.domain);
  const room = `${14_999 - Math.floor(Number(accounts[0]?.balance))}.00`;
  await world.standIn.editCredit(world.domain, customer, { act: "credit", amount: room, currency: "USD" });
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual([
    "review",
    "base confirmed",
    "bonus human refused:CREDIT_LIMIT_EXCEEDED",
  ]);
  await world.standIn.editCredit(world.domain, customer, { act: "debit", amount: room, currency: "USD" });
  const exit = { kind: "send_again" } as const;
  expect(await settleLeg(world.owner, { legId: credit.bonus, exit, reason: " " })).toMatchObject({
    error: { code: "ReasonMissing" },
  });
  value(await settleLeg(world.owner, { legId: credit.bonus, exit, reason: "There is room now" }));
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("what a person calls off is not paid, and neither is its bonus", async () => {
  const credit = await issuing();
  await limits({ USD: { perReturn: "19.99" } });
  await workUntilSettled(world);
  await limits({});
  expect(await standing(credit.number)).toEqual(["review", "base human limit_per_return", "bonus ready"]);
  value(
    await settleLeg(world.owner, {
      legId: credit.base,
      exit: { kind: "do_not_pay" },
      reason: "Paid in cash",
    }),
  );
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual([
    "failed",
    "base rejected Paid in cash",
    "bonus rejected Paid in cash",
  ]);
  const under = async (view: "in_review" | "done") =>
    (await listReturns(world.owner, { view })).rows.map(({ number }) => number);
  expect(await under("done")).toContain(credit.number);
  expect(await under("in_review")).not.toContain(credit.number);
});

test("where only the bonus is called off, Ada is told of the refund she has, and of no bonus", async () => {
  const order = orders[0]?.name ?? "";
  const credit = await issuing();
  await limits({ USD: { perReturn: "20.00" } });
  await workUntilSettled(world);
  await limits({});
  expect(await standing(credit.number)).toEqual(["review", "base confirmed", "bonus human limit_per_return"]);
  const exit = { kind: "do_not_pay" } as const;
  value(await settleLeg(world.owner, { legId: credit.bonus, exit, reason: "Asked twice" }));
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("failed");
  const told = await world.standIn.letters("ada@example.com", order);
  const letter = told.find(({ subject }) => subject.includes("$20.00"));
  expect(letter?.text).toContain("$20.00");
  expect(letter?.text).not.toContain("2.00 bonus");
  expect(told.filter(({ subject }) => subject.includes("$22.00") && subject.includes("yours"))).toEqual([]);
  const key = (await readReturn(world.owner, credit.number))?.key ?? "";
  const hers = (await readReturnByKey(world.customer, key))?.credit;
  expect(hers?.given && toDecimal(hers.given)).toBe("20.00");
});

test("above the shop's limit it takes a second person to send again", async () => {
  const credit = await issuing();
  await limits({ USD: { perCustomerDay: "0.01", secondPersonAbove: "10.00" } });
  await workUntilSettled(world);
  await limits({ USD: { secondPersonAbove: "10.00" } });
  const again = { legId: credit.base, exit: { kind: "send_again" } as const, reason: "Looks right" };
  const second = { code: "SecondPersonNeeded" };
  expect(await settleLeg(world.owner, again)).toMatchObject({ error: second });
  expect(await settleLeg(world.owner, again)).toMatchObject({ error: second });
  const colleague = {
    kind: "member",
    userId: crypto.randomUUID(),
    name: "Omar",
    email: "o@bloom.example",
  } as const;
  value(await settleLeg({ ...world.owner, actor: colleague }, again));
  await limits({});
  await workUntilSettled(world);
  expect(await standing(credit.number)).toEqual(["issued", "base confirmed", "bonus confirmed"]);
});

test("staff who refunded the order by hand are noticed, and nothing is paid on top", async () => {
  const credit = await issuing();
  await world.standIn.refundByHand(world.domain, credit.orderGid, {
    act: "refund",
    amount: "20.00",
    to: "original",
  });
  await workUntilSettled(world);
  expect((await standing(credit.number)).join("; ")).toMatch(/^review; base human .*; bonus ready$/);
});

test("what a person names as ours must be there, with our amount, and answer for nothing else", async () => {
  const credit = await issuing();
  await limits({ USD: { perReturn: "20.00" } });
  await workUntilSettled(world);
  await limits({});
  await world.standIn.editCredit(world.domain, await customerOf(world, credit.orderGid), {
    act: "credit",
    amount: "3.00",
    currency: "USD",
  });
  const { movements } = await world.standIn.truth(world.domain);
  const gid = (amount: string) =>
    `gid://shopify/StoreCreditAccountCreditTransaction/${movements.filter((each) => each.amount.amount === amount && each.event === "ADJUSTMENT").at(-1)?.id}`;
  const point = (transactionId: string) =>
    settleLeg(world.owner, {
      legId: credit.bonus,
      exit: { kind: "this_is_it", transactionId },
      reason: "Seen",
    });
  expect(await point(gid("3.0"))).toMatchObject({ error: { code: "NoSuchTransaction" } });
  expect(await point(gid("2.0"))).toMatchObject({ error: { code: "NoSuchTransaction" } });
  value(await settleLeg(world.owner, { legId: credit.bonus, exit: { kind: "send_again" }, reason: "Go" }));
  await workUntilSettled(world);
  expect((await standing(credit.number))[0]).toBe("issued");
});
