import { eq, sql, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { approveReturn, readReturn } from "../return/index.ts";
import { connectShop, workerContext } from "../shop/index.ts";
import {
  askForReturn,
  brisk,
  expectBooksToAgree,
  openWorld,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { issueCredit } from "./issue-credit.ts";
import { claimLane, releaseLane } from "./lane.ts";
import { legsOfReturn, readLeg } from "./legs.ts";
import { askPerson, markNotExecuted, markUnknown } from "./record-leg.ts";
import { settleLeg } from "./settle-leg.ts";

let world: TestWorld;
const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
const orders = Array.from({ length: 20 }, (_, i) => ({ name: `#${3001 + i}`, lines }));

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function issuing() {
  const { number } = await askForReturn(world, { order: orders.shift()?.name ?? "" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  const record = await readReturn(world.owner, number);
  const [base, bonus] = await world.owner.inShop((tx) => legsOfReturn(tx, world.owner, record?.id ?? ""));
  if (!record || !base || !bonus) throw new Error("Not issued");
  return {
    number,
    base: base.id,
    bonus: bonus.id,
    orderGid: base.orderGid,
  };
}

async function standing(number: number) {
  const detail = await readReturn(world.owner, number);
  const legs = detail?.credit?.legs.map((leg) => [leg.kind, leg.state, leg.reason].filter(Boolean).join(" "));
  return [detail?.creditState, ...(legs ?? [])];
}

const fault = (kind: string, operation: string, more = {}) =>
  world.standIn.faults({ kind, operation, shop: world.domain, ...more });

async function customerOf(orderGid: string): Promise<string> {
  const [row] = await world.owner.inShop((tx) =>
    tx
      .select({ gid: tables.returns.customerGid })
      .from(tables.returns)
      .where(eq(tables.returns.orderGid, orderGid)),
  );
  return row?.gid ?? "";
}

const limits = (given: Record<string, unknown>) =>
  world.owner.inShop((tx) => tx.update(tables.shops).set({ limits: given }));

test("a credit of the very same amount that staff gave meanwhile is not mistaken for ours", async () => {
  const credit = await issuing();
  await fault("drop-before", "storeCreditAccountCredit");
  await world.advance();
  await world.standIn.editCredit(world.domain, await customerOf(credit.orderGid), {
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
  const customer = await customerOf(credit.orderGid);
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

test("what a person calls off is not paid", async () => {
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
  expect((await standing(credit.number)).slice(1)).toEqual(["base rejected Paid in cash", "bonus ready"]);
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
  await world.standIn.editCredit(world.domain, await customerOf(credit.orderGid), {
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

test("a person's word to send again waits until what was sent before can no longer arrive", async () => {
  const credit = await issuing();
  await fault("delay-then-commit", "returnProcess", { delayMs: 700 });
  await world.advance();
  await askPerson(world.owner, credit.base, { reason: "deadline" });
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
