import { setTimeout as sleep } from "node:timers/promises";
import { sum, toDecimal } from "@kept/money";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { balances } from "../ledger/index.ts";
import { approveReturn, readReturn, readReturnByKey } from "../return/index.ts";
import { askForReturn, expectBooksToAgree, openWorld, type TestWorld, value } from "../testing/index.ts";
import { creditStateOf } from "./issuance.ts";
import { issueCredit } from "./issue-credit.ts";
import { legsOfReturn } from "./legs.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({
    orders: [
      { name: "#1001", lines: [shirt, { title: "Tote", price: "40.00", quantity: 1 }] },
      { name: "#1002", lines: [shirt] },
      { name: "#1003", lines: [shirt], customer: null },
      { name: "#1004", lines: [shirt] },
      { name: "#1006", lines: [shirt] },
      { name: "#1005", lines: [{ title: "Kettle", price: "12.345", quantity: 1 }], currency: "KWD" },
    ],
  });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

test("Ada is promised 66.00 for 60.00 of goods, and exactly that arrives: base as a refund, bonus as an incentive", async () => {
  const asked = await askForReturn(world, { order: "#1001", lines: 2 });
  expect(toDecimal(asked.quote.totals.total)).toBe("66.00");
  value(await approveReturn(world.owner, { number: asked.number }));
  value(await issueCredit(world.owner, { number: asked.number }));
  await world.work();

  expect(await world.standIn.credits(world.domain)).toEqual(["ORDER_REFUND 60.0 USD", "ADJUSTMENT 6.0 USD"]);
  const detail = await readReturn(world.owner, asked.number);
  expect(detail).toMatchObject({ status: "resolved", creditState: "issued" });
  expect(detail?.credit?.legs.map((leg) => [leg.kind, leg.state])).toEqual([
    ["base", "confirmed"],
    ["bonus", "confirmed"],
  ]);
  expect(toDecimal(detail?.credit?.balance ?? asked.quote.totals.base)).toBe("66.00");
  const letters = await world.standIn.letters("ada@example.com", asked.returnKey);
  expect(letters.map(({ subject }) => subject)).toEqual(["$66.00 store credit from Bloom & Thread"]);
});

test("what customers can spend is what was refunded and given, in the ledger too", async () => {
  const accounts = await world.owner.inShop((tx) => balances(tx, world.owner));
  expect(
    sum<string>(
      accounts.map(({ balance }) => balance),
      "USD",
    ).minor,
  ).toBe(0n);
  const { accounts: held } = await world.standIn.truth(world.domain);
  const owed = accounts.find(({ account }) => account === "customer_credit");
  expect(owed && toDecimal(owed.balance)).toBe(
    `${held.find(({ currency }) => currency === "USD")?.balance}0`,
  );
});

test("eight people pressing issue at once issue once, and all get the same answer", async () => {
  const asked = await askForReturn(world, { order: "#1002" });
  value(await approveReturn(world.owner, { number: asked.number }));
  const pressed = await Promise.all(
    Array.from({ length: 8 }, () => issueCredit(world.owner, { number: asked.number })),
  );
  expect(new Set(pressed.map((each) => JSON.stringify(value(each).legs.map((leg) => leg.id)))).size).toBe(1);
  const before = (await world.standIn.credits(world.domain)).length;
  await world.work();
  await world.work();
  expect(await world.standIn.credits(world.domain)).toHaveLength(before + 2);
  value(await issueCredit(world.owner, { number: asked.number }));
  await world.work();
  expect(await world.standIn.credits(world.domain)).toHaveLength(before + 2);
  expect(await world.standIn.letters("ada@example.com", asked.returnKey)).toHaveLength(1);
});

test("a yes that comes when the credit is there already gets the same answer, and leaves no word of a difference", async () => {
  const { number } = await askForReturn(world, { order: "#1006" });
  const late = { kind: "delay-then-commit", operation: "SuggestReturnOutcome", delayMs: 3_000 };
  await world.standIn.faults({ ...late, shop: world.domain });
  const slow = approveReturn(world.owner, { number });
  await sleep(500);
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  expect(await slow).toMatchObject({ ok: true });
  expect(await issueCredit(world.owner, { number })).toMatchObject({ ok: true });
  const detail = await readReturn(world.owner, number);
  expect(detail?.events.map(({ kind }) => kind)).not.toContain("differs");
  expect(detail).toMatchObject({ status: "resolved", creditState: "issued" });
});

test("nothing is issued before somebody said yes", async () => {
  const asked = await askForReturn(world, { order: "#1004" });
  expect(await issueCredit(world.owner, { number: asked.number })).toMatchObject({
    ok: false,
    error: { code: "WrongState", status: "requested" },
  });
});

test("money that goes back as it came becomes no credit, and no letter speaks of one", async () => {
  const asked = await askForReturn(world, { order: "#1004", resolution: "original_payment" });
  value(await approveReturn(world.owner, { number: asked.number }));
  value(await issueCredit(world.owner, { number: asked.number }));
  const before = (await world.standIn.credits(world.domain)).length;
  await world.work();
  expect(await world.standIn.credits(world.domain)).toHaveLength(before);
  const { movements } = await world.standIn.truth(world.domain);
  expect(movements.filter(({ type }) => type === "REFUND").at(-1)?.amount).toEqual({
    amount: "20.0",
    currency: "USD",
  });
  expect(await readReturn(world.owner, asked.number)).toMatchObject({
    status: "resolved",
    creditState: "issued",
  });
  const letters = await world.standIn.letters("ada@example.com", asked.returnKey);
  expect(letters.map(({ subject }) => subject)).toEqual([expect.stringMatching(/is approved/)]);
  expect(letters[0]?.text).not.toMatch(/store credit/i);
});

test("a dinar has three decimals, and keeps them", async () => {
  const asked = await askForReturn(world, { order: "#1005" });
  expect(toDecimal(asked.quote.totals.total)).toBe("13.580");
  value(await approveReturn(world.owner, { number: asked.number }));
  value(await issueCredit(world.owner, { number: asked.number }));
  await world.work();
  expect((await world.standIn.credits(world.domain)).slice(-2)).toEqual([
    "ORDER_REFUND 12.345 KWD",
    "ADJUSTMENT 1.235 KWD",
  ]);
});

test("the stored credit state is what its legs say", async () => {
  const status = await readReturnByKey(
    world.customer,
    (await askForReturn(world, { order: "#1002" })).returnKey,
  );
  expect(status?.creditState).toBe(creditStateOf([]));
  for (const number of [1001, 1002]) {
    const detail = await readReturn(world.owner, number);
    const legs = await world.owner.inShop((tx) => legsOfReturn(tx, world.owner, detail?.id ?? ""));
    expect(detail?.creditState).toBe(creditStateOf(legs));
  }
});
