import { setTimeout as sleep } from "node:timers/promises";
import { tables } from "@kept/database";
import { fromDecimal, toDecimal } from "@kept/money";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { settleLeg } from "../issuance/index.ts";
import { balances } from "../ledger/index.ts";
import { homeFigures } from "../report/index.ts";
import { readReturn, readReturnByKey } from "../return/index.ts";
import {
  brisk,
  customerOf,
  expectBooksToAgree,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { previewReversal } from "./preview-reversal.ts";
import { repayReversal } from "./repay-reversal.ts";
import { reverseCredit } from "./reverse-credit.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const orders = shirtOrders(6001, 30);
const usd = (text: string) => fromDecimal(text, "USD");

beforeAll(async () => {
  // An answer that comes late is in doubt, and a debit in doubt is a person's: a busy machine is to be waited for.
  const shopifyPatience = { ...brisk.shopifyPatience, sendMs: 800 };
  world = await openWorld({ orders, ...brisk, shopifyPatience });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

/** A credit of 22.00 that arrived: 20.00 for a shirt and a bonus of 2.00. */
async function issued() {
  const credit = await startIssuing(world, orders.shift()?.name);
  await workUntilSettled(world);
  return { ...credit, customer: await customerOf(world, credit.orderGid) };
}
const staff = (customer: string, act: "credit" | "debit", amount: string) =>
  world.standIn.editCredit(world.domain, customer, { act, amount, currency: "USD" });
const strike = (kind: string, more = {}) =>
  world.standIn.faults({ kind, operation: "storeCreditAccountDebit", shop: world.domain, ...more });
const preview = (number: number) => previewReversal(world.owner, { number, units: "all" });
const reverse = (number: number, total: string, reason = "Never sent back") =>
  reverseCredit(world.owner, { number, units: "all", total: usd(total), reason });
const legs = async (number: number) => {
  const detail = await readReturn(world.owner, number);
  return (detail?.credit?.legs ?? []).map(({ kind, amount, state, reason }) =>
    [kind, toDecimal(amount), state, state === "confirmed" ? null : reason].filter(Boolean).join(" "),
  );
};
const reversalLeg = async (number: number) => {
  const detail = await readReturn(world.owner, number);
  return detail?.credit?.legs.findLast(({ kind }) => kind === "reversal")?.id ?? "";
};
const credit = ["base 20.00 confirmed", "bonus 2.00 confirmed"];
/** What Ada's own page says became of it: "7.00, taken 17.00, repaid 15.00", the balance first. */
const hersNow = async (number: number) => {
  const key = (await readReturn(world.owner, number))?.key ?? "";
  const { balance, taken, repaid } = (await readReturnByKey(world.customer, key))?.credit ?? {};
  const said = Object.entries({ taken, repaid }).flatMap(([what, sum]) =>
    sum ? `${what} ${toDecimal(sum)}` : [],
  );
  return [balance && toDecimal(balance), ...said].join(", ");
};
/** What Home says was kept, what it cost, and what went back as money, in minor units. */
const keptNow = async () => {
  const figures = await homeFigures(world.owner);
  const original = figures.byWeek.reduce((all, week) => all + week.original.minor, 0n);
  return { kept: figures.kept.minor, bonus: figures.bonusSpent.minor, original };
};
const debits = async () =>
  (await world.standIn.truth(world.domain)).movements
    .filter(({ type }) => type.toLowerCase() === "debit")
    .map(({ id }) => `gid://shopify/StoreCreditAccountDebitTransaction/${id}`);

test("a credit is taken back as it was previewed: one debit, the ledger says of what, and the return stays settled", async () => {
  const orderName = orders[0]?.name ?? "";
  const { number } = await issued();
  expect(value(await preview(number))).toMatchObject({ total: usd("22.00"), shortfall: usd("0.00") });
  value(await reverse(number, "22.00"));
  expect(await reverse(number, "22.00")).toMatchObject({ error: { code: "ReversalUnderWay" } });
  await workUntilSettled(world);
  expect(await legs(number)).toEqual([...credit, "reversal 22.00 confirmed"]);
  const detail = await readReturn(world.owner, number);
  expect(detail).toMatchObject({ status: "resolved", creditState: "issued" });
  expect(detail?.events.filter(({ kind }) => kind === "resolved")).toHaveLength(1);
  const accounts = await world.owner.inShop((tx) => balances(tx, world.owner));
  expect(accounts.every(({ balance }) => balance.minor === 0n)).toBe(true);
  expect(await reverse(number, "0.00")).toMatchObject({ error: { code: "NothingUnspent" } });
  await world.post();
  const told = await world.standIn.letters("ada@example.com", orderName);
  expect(told.map(({ subject }) => subject).filter((subject) => subject.includes("taken back"))).toEqual([
    "$22.00 of store credit was taken back · Bloom & Thread",
  ]);
  expect(told.at(-1)?.text).not.toContain("Never sent back");
});

test("what Ada spent stays hers and is written down; what was taken of the base can go back the way it was paid, once", async () => {
  const { number, customer, orderGid } = await issued();
  const before = Number(await hersNow(number));
  const kept = await keptNow();
  await staff(customer, "debit", "5.00");
  expect(await hersNow(number)).toBe((before - 5).toFixed(2));
  const away = await strike("drop-before", { operation: "nodes", count: null });
  expect(await hersNow(number)).toBe(before.toFixed(2));
  await world.standIn.endFault(away);
  const seen = value(await preview(number));
  expect(seen).toMatchObject({ total: usd("17.00"), shortfall: usd("5.00") });
  expect(seen.taken).toEqual({ base: usd("15.00"), bonus: usd("2.00") });
  expect(await reverse(number, "22.00")).toMatchObject({ error: { code: "FiguresChanged" } });
  expect(await repayReversal(world.owner, { number, reason: "Wants cash" })).toMatchObject({
    error: { code: "NothingToRepay" },
  });
  value(await reverse(number, "17.00"));
  await workUntilSettled(world);
  const [decision] = await world.owner
    .inShop((tx) => tx.select().from(tables.reversals))
    .then((all) => all.slice(-1));
  expect(decision).toMatchObject({ shortfallMinor: 500n, takenBonusMinor: 200n, reason: "Never sent back" });

  expect(toDecimal(value(await repayReversal(world.owner, { number, reason: "Wants cash" })))).toBe("15.00");
  await strike("commit-then-drop", { operation: "refundCreate" });
  await workUntilSettled(world);
  expect(await legs(number)).toEqual([...credit, "reversal 17.00 confirmed", "repayment 15.00 confirmed"]);
  expect(await hersNow(number)).toBe(`${(before - 22).toFixed(2)}, taken 17.00, repaid 15.00`);
  expect(await repayReversal(world.owner, { number, reason: "Again" })).toMatchObject({
    error: { code: "NothingToRepay" },
  });
  const { movements } = await world.standIn.truth(world.domain);
  const back = movements.filter(
    ({ order, type, event }) => order === orderGid && type === "REFUND" && event !== "shopify_store_credit",
  );
  expect(back.map(({ amount }) => amount.amount)).toEqual(["15.0"]);
  // What went back as money was not kept, and a bonus that was taken back cost nothing.
  expect(await keptNow()).toEqual({
    kept: kept.kept - 1_500n,
    bonus: kept.bonus - 200n,
    original: kept.original + 1_500n,
  });
});

test("an answer that is lost is never guessed at: a debit like ours is shown to a person, who says that it is", async () => {
  const { number } = await issued();
  value(await reverse(number, "22.00"));
  await strike("commit-then-drop");
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 human untagged_probable");
  expect((await readReturn(world.owner, number))?.creditState).toBe("review");
  const transactionId = (await debits()).at(-1) ?? "";
  const exit = { kind: "this_is_it", transactionId } as const;
  value(await settleLeg(world.owner, { legId: await reversalLeg(number), exit, reason: "The only one" }));
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 confirmed");
  expect((await readReturn(world.owner, number))?.creditState).toBe("issued");
});

test("what never arrived is sent again when a person says so", async () => {
  const { number } = await issued();
  value(await reverse(number, "22.00"));
  await strike("drop-before");
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 human untagged_unclear");
  const before = (await debits()).length;
  const again = { exit: { kind: "send_again" } as const, reason: "Nothing is there" };
  value(await settleLeg(world.owner, { legId: await reversalLeg(number), ...again }));
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 confirmed");
  expect(await debits()).toHaveLength(before + 1);
});

test("staff's own debit of the very amount is not taken for ours, and what it took is not taken twice", async () => {
  const { number, customer } = await issued();
  value(await reverse(number, "22.00"));
  await strike("drop-before");
  await world.advance();
  await staff(customer, "debit", "22.00");
  await workUntilSettled(world);
  const legId = await reversalLeg(number);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 human untagged_probable");
  const before = (await debits()).length;
  const notOurs = { exit: { kind: "send_again" } as const, reason: "That one was mine" };
  value(await settleLeg(world.owner, { legId, ...notOurs }));
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 human spent_meanwhile");
  const off = { exit: { kind: "do_not_pay" } as const, reason: "It is gone" };
  await sleep(brisk.patience.withoutTokenFenceMs);
  value(await settleLeg(world.owner, { legId, ...off }));
  expect(await debits()).toHaveLength(before);
  expect(value(await preview(number))).toMatchObject({ total: usd("0.00"), shortfall: usd("22.00") });
});

test("spent between the decision and the sending: nothing is taken, a person is asked, and calling it off frees it again", async () => {
  const { number, customer } = await issued();
  value(await reverse(number, "22.00"));
  await staff(customer, "debit", "1.00");
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 22.00 human spent_meanwhile");
  const legId = await reversalLeg(number);
  value(await settleLeg(world.owner, { legId, exit: { kind: "do_not_pay" }, reason: "Too late" }));
  expect(value(await preview(number))).toMatchObject({ total: usd("21.00"), shortfall: usd("1.00") });
  value(await reverse(number, "21.00"));
  await strike("throttle", { count: 3 });
  await workUntilSettled(world);
  expect((await legs(number)).at(-1)).toBe("reversal 21.00 confirmed");
});

test("who may not settle may not take back, and it takes a reason", async () => {
  const { number } = await issued();
  expect(await reverse(number, "22.00", "  ")).toMatchObject({ error: { code: "ReasonMissing" } });
  const agent = { ...world.owner, role: "agent" as const };
  expect(await previewReversal(agent, { number, units: "all" })).toMatchObject({
    error: { code: "NotAllowed" },
  });
  const units = [{ lineId: "00000000-0000-7000-8000-000000000000", units: 1 }];
  expect(await previewReversal(world.owner, { number, units })).toMatchObject({
    error: { code: "InvalidUnits" },
  });
});
