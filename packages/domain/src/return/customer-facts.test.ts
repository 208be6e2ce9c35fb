import { toDecimal } from "@kept/money";
import { afterAll, expect, test } from "vitest";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { askForReturn, openWorld, readyToSend, type TestWorld, value } from "../testing/index.ts";
import { declineReturn } from "./decline-return.ts";
import { overrideResolution } from "./override-resolution.ts";
import { readReturn } from "./read-return.ts";
import { findReturn } from "./records.ts";
import { sendReturn } from "./send-return.ts";
import { possibleCredit } from "./switch-to-credit.ts";

const shirts = [{ title: "Linen shirt", price: "20.00", quantity: 3 }];
const worlds: TestWorld[] = [];

/** A shop whose credits have such a bonus, with two orders of three shirts. */
async function shopWith(credit: Partial<Policy["storeCredit"]>): Promise<TestWorld> {
  const world = await openWorld({
    orders: [
      { name: "#1001", lines: shirts },
      { name: "#1002", lines: shirts },
    ],
    policy: (policy) => ({ ...policy, storeCredit: { ...policy.storeCredit, ...credit } }),
  });
  worlds.push(world);
  return world;
}

async function bonusFor(world: TestWorld, order: string) {
  const { number, quote } = await askForReturn(world, { order });
  return { number, bonus: toDecimal(quote.totals.bonus) };
}

const plain = defaultPolicy("USD").storeCredit.limits;

afterAll(() => Promise.all(worlds.map((world) => world.close())));

test("a bonus once an order is promised once, also while nothing of it was issued", async () => {
  const world = await shopWith({ bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "order" } });
  const first = await bonusFor(world, "#1001");
  expect(first.bonus).toBe("5.00");
  expect((await bonusFor(world, "#1001")).bonus).toBe("0.00");
  expect((await bonusFor(world, "#1002")).bonus).toBe("5.00");
  value(await declineReturn(world.owner, { number: first.number, reason: "Worn" }));
  expect((await bonusFor(world, "#1001")).bonus).toBe("5.00");
});

test("what a customer was promised in the period counts towards their limit before anybody pays it", async () => {
  const world = await shopWith({
    bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "return" },
    limits: { ...plain, perCustomer: { amounts: { USD: "8.00" }, days: 30 } },
  });
  const bonuses = [];
  for (const order of ["#1001", "#1002", "#1001"]) bonuses.push((await bonusFor(world, order)).bonus);
  expect(bonuses).toEqual(["5.00", "3.00", "0.00"]);
});

test("who asks for several returns at once is promised no more than the limit", async () => {
  const world = await shopWith({
    bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "return" },
    limits: { ...plain, perCustomer: { amounts: { USD: "8.00" }, days: 30 } },
  });
  const looks = await Promise.all(["#1001", "#1002"].map((order) => readyToSend(world, { order })));
  const sent = await Promise.all(looks.map((each) => sendReturn(world.customer, each)));
  expect(sent.map((each) => (each.ok ? "made" : each.error.code)).sort()).toEqual(["AmountChanged", "made"]);
});

test("only one of several returns that are sent at once is a customer's first", async () => {
  const first = { id: "first", name: "First return", priority: 1, when: { firstReturn: true } };
  const bonus = { kind: "fixed", amounts: { USD: "5.00" }, per: "return" } as const;
  const world = await shopWith({ bonus: { kind: "none" }, bonusRules: [{ ...first, bonus }] });
  const looks = await Promise.all(["#1001", "#1002"].map((order) => readyToSend(world, { order })));
  expect(looks.map(({ quote }) => toDecimal(quote.totals.bonus))).toEqual(["5.00", "5.00"]);
  const sent = await Promise.all(looks.map((each) => sendReturn(world.customer, each)));
  expect(sent.map((each) => (each.ok ? "made" : each.error.code)).sort()).toEqual(["AmountChanged", "made"]);
});

test("the month's budget is what was promised in it", async () => {
  const world = await shopWith({
    bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "return" },
    limits: { ...plain, perMonth: { USD: "7.00" } },
  });
  expect((await bonusFor(world, "#1001")).bonus).toBe("5.00");
  expect((await bonusFor(world, "#1002")).bonus).toBe("2.00");
});

test("who takes credit later is promised what the others have left, however the return was asked for", async () => {
  const world = await shopWith({ bonus: { kind: "fixed", amounts: { USD: "5.00" }, per: "order" } });
  const numbers: number[] = [];
  for (let i = 0; i < 3; i += 1)
    numbers.push((await askForReturn(world, { order: "#1001", resolution: "original_payment" })).number);
  const bonuses = async () => {
    const details = await Promise.all(numbers.map((number) => readReturn(world.owner, number)));
    return details.map((detail) => (detail ? toDecimal(detail.bonus) : null));
  };
  const [first = 0, second = 0, third = 0] = numbers;
  const toCredit = (number: number) =>
    ({ number, resolution: "store_credit", reason: "Asked by phone" }) as const;
  value(await overrideResolution(world.owner, toCredit(first)));
  expect(await bonuses()).toEqual(["5.00", "0.00", "0.00"]);
  value(await overrideResolution(world.owner, toCredit(second)));
  expect(await bonuses()).toEqual(["5.00", "0.00", "0.00"]);
  const instead = await world.owner.inShop(async (tx) => {
    const record = await findReturn(tx, world.owner, third);
    return record && possibleCredit(tx, world.owner, record);
  });
  expect(instead).toBeNull(); // no more than the money: nothing to say
});
