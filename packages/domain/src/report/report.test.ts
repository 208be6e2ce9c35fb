import { sql, tables } from "@kept/database";
import { type Money, toDecimal } from "@kept/money";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listCustomers, liveAccounts, readCustomer } from "../customer/index.ts";
import { reconcileAccount } from "../reconciliation/index.ts";
import { declineReturn } from "../return/index.ts";
import {
  askForReturn,
  brisk,
  customerOf,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { endOf } from "./credit-filter.ts";
import { foldSums } from "./credit-sums.ts";
import {
  type CreditRow,
  exportCredits,
  exportJournal,
  exportReturns,
  foldFigures,
  homeFigures,
  liability,
  listCredits,
  sumCredits,
} from "./index.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
let ada: string;
const numbers: number[] = [];

/** Two shirts credited, 20.00 and 2.00 each; a scarf at 25.00 paid with it; 5.00 by staff. */
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(4201, 4), ...brisk });
  for (const order of ["#4201", "#4202"]) {
    const { number, orderGid } = await startIssuing(world, order);
    await workUntilSettled(world);
    numbers.push(number);
    ada = await customerOf(world, orderGid);
  }
  await world.standIn.buyWithCredit(world.domain, ada);
  await world.standIn.editCredit(world.domain, ada, { act: "credit", amount: "5.00", currency: "USD" });
  const { creditLanes } = tables;
  const lanes = await world.owner.inShop((tx) => tx.select().from(creditLanes));
  for (const { id } of lanes) await reconcileAccount(world.owner, id);
});
afterAll(() => world.close());

const today = () =>
  new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: world.owner.shop.timeZone }).format();

async function textOf(text: AsyncGenerator<string>): Promise<string[][]> {
  let all = "";
  for await (const piece of text) all += piece;
  return all
    .trimEnd()
    .split("\r\n")
    .map((row) => row.split(","));
}

describe("the list of credits", () => {
  test("each says what became of it, and they add up to the totals", async () => {
    const { rows } = await listCredits(world.owner, {});
    expect(rows.map(({ number }) => number)).toEqual([...numbers].reverse());
    // 2.00 + 2.00 of bonus went first, then 20.00 of the older refund, then 1.00 of the newer.
    expect(rows.map(({ spent, left, state }) => [toDecimal(spent), toDecimal(left), state])).toEqual([
      ["3.00", "19.00", "partly_used"],
      ["22.00", "0.00", "spent"],
    ]);
    const [totals] = await sumCredits(world.owner, {});
    expect(totals).toMatchObject({ count: 2, currency: "USD" });
    expect(totals && [totals.base, totals.bonus, totals.spent, totals.left].map(toDecimal)).toEqual([
      "40.00",
      "4.00",
      "25.00",
      "19.00",
    ]);
  });

  test("is narrowed by state, currency, day and name, and goes on from page to page", async () => {
    const count = async (filter: Parameters<typeof listCredits>[1]) =>
      (await listCredits(world.owner, filter)).rows.length;
    expect(await count({ state: "spent" })).toBe(1);
    expect(await count({ currency: "EUR" })).toBe(0);
    expect(await count({ from: today(), to: today() })).toBe(2);
    expect(await count({ to: "2020-01-01" })).toBe(0);
    expect(await count({ search: "lovel" })).toBe(2);
    expect(await count({ search: `R-${numbers[0]}` })).toBe(1);
    expect(await count({ search: "nobody" })).toBe(0);
    const first = await listCredits(world.owner, { limit: 1 });
    const second = await listCredits(world.owner, { limit: 1, ...(first.next && { after: first.next }) });
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([...numbers].reverse());
    expect(second.next).toBeNull();
  });

  test("the totals are what the rows come to, folded or not, and while a credit is just changing", async () => {
    const { rows } = await listCredits(world.owner, { state: "partly_used" });
    const returnId = sql`(select id from returns where number = ${rows[0]?.number})`;
    await expectTotalsToBeRows();
    await world.owner.inShop(async (tx) => {
      await tx.execute(sql`update credits set state = 'review' where return_id = ${returnId}`);
      await world.owner.inShop((other) => foldSums(other, world.owner));
      await expectTotalsToBeRows();
    });
    await expectTotalsToBeRows();
    await world.owner.inShop((tx) => foldSums(tx, world.owner));
    await expectTotalsToBeRows();
    const { creditSums } = tables;
    expect(await world.owner.inShop((tx) => tx.$count(creditSums))).toBe(2); // one a state, given on one day
    await world.owner.inShop((tx) =>
      tx.execute(sql`update credits set state = 'partly_used' where return_id = ${returnId}`),
    );
    await expectTotalsToBeRows();
  });
});

async function expectTotalsToBeRows(): Promise<void> {
  const filters = [
    {},
    { state: "spent" },
    { state: "partly_used" },
    { state: "review" },
    { to: "2020-01-01" },
  ] as const;
  for (const filter of [...filters, { from: today(), currency: "USD" }]) {
    const { rows } = await listCredits(world.owner, filter);
    const added = (pick: (row: CreditRow) => Money) => rows.reduce((sum, row) => sum + pick(row).minor, 0n);
    const totals = await sumCredits(world.owner, filter);
    const sums = totals.map(({ count, base, bonus, spent, left }) =>
      [count, base, bonus, spent, left].map(minorOf),
    );
    const ofRows = [
      rows.length,
      added((row) => row.base),
      added((row) => row.bonus),
      added((row) => row.spent),
      added((row) => row.left),
    ];
    expect(sums, JSON.stringify(filter)).toEqual(rows.length > 0 ? [ofRows] : []);
  }
}

const minorOf = (value: number | Money) => (typeof value === "number" ? value : value.minor);

test("a day ends where the next begins, also where clocks are changed on it", async () => {
  const berlin = { ...world.owner, shop: { ...world.owner.shop, timeZone: "Europe/Berlin" } };
  const ends = async (day: string) => {
    const [row] = await berlin.inShop((tx) =>
      tx.execute<{ at: string }>(sql`select ${endOf(berlin, day)} as at`),
    );
    return new Date(row?.at ?? "").toISOString();
  };
  expect(await ends("2026-10-25")).toBe("2026-10-25T23:00:00.000Z"); // of 25 hours
  expect(await ends("2026-03-29")).toBe("2026-03-29T22:00:00.000Z"); // of 23
});

test("what is owed, by month and with what others gave, is the ledger's and Shopify's balance", async () => {
  const [usd, ...more] = await liability(world.owner);
  expect(more).toEqual([]);
  expect(
    usd?.months.map(({ month, left }) => [month === null ? "others" : "month", toDecimal(left)]),
  ).toEqual([
    ["month", "19.00"],
    ["others", "5.00"],
  ]);
  expect(usd?.total.left).toEqual(usd?.ledger);
  const { given, spent, expired, takenBack, left } = usd?.total ?? {};
  // Two credits of 22.00 and 5.00 of others, of which a scarf was paid.
  expect([given, spent, expired, takenBack, left].map((each) => each && toDecimal(each))).toEqual([
    "49.00",
    "25.00",
    "0.00",
    "0.00",
    "24.00",
  ]);
  expect((await world.standIn.truth(world.domain)).accounts[0]?.balance).toBe("24.0");
  expect(await liability(world.owner, { asOf: "2020-01-01" })).toEqual([]);
  // Looked back at from later, the day says the same from its movements as it says now from the credits.
  const later = new Date(Date.now() + 3 * 86_400_000);
  const lookingBack = { ...world.owner, clock: { now: () => later } };
  expect(await liability(lookingBack, { asOf: today() })).toEqual([usd]);
});

describe("exports", () => {
  test("the journal foots: debits equal credits in each posting and in all", async () => {
    const { name, text } = value(exportJournal(world.owner, { from: today(), to: today() }));
    expect(name).toMatch(/^journal-.*\.csv$/);
    const [, ...rows] = await textOf(text);
    const total = rows.pop();
    const minor = (decimal: string | undefined) => BigInt((decimal || "0").replace(".", ""));
    const postings = new Map<string, bigint>();
    for (const [, posting = "", , , , debit, credit] of rows)
      postings.set(posting, (postings.get(posting) ?? 0n) + minor(credit) - minor(debit));
    expect(postings.size).toBe(6); // two bases, two bonuses, the scarf, the staff
    expect([...postings.values()].every((sum) => sum === 0n)).toBe(true);
    expect(total?.slice(0, 7)).toEqual(["Total", "", "", "", "USD", "74.00", "74.00"]);
  });

  test("the credits foot, and no cell is a formula", async () => {
    await world.owner.inShop((tx) =>
      tx.execute(
        sql`update returns set customer_name = '=HYPERLINK("http://evil.example")' where number = ${numbers[0]}`,
      ),
    );
    const { text } = value(exportCredits(world.owner, {}));
    let all = "";
    for await (const piece of text) all += piece;
    expect(all).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(all.trimEnd().split("\r\n").at(-1)).toBe(
      "Total,,,,,2 credits,USD,40.00,4.00,25.00,0.00,0.00,19.00,",
    );
  });

  test("the last line is the sum of those above it, whatever moved while they were written", async () => {
    const expire = (minor: number) =>
      world.owner.inShop((tx) =>
        tx.execute(sql`update credits set expired_minor = expired_minor + ${minor} where left_minor >= 100`),
      );
    const { text } = value(exportCredits(world.owner, {}));
    const pieces = [];
    for await (const piece of text) {
      if (pieces.push(piece) === 3) await expire(100);
    }
    await expire(-100);
    expect(pieces.at(-1)?.trimEnd()).toBe("Total,,,,,2 credits,USD,40.00,4.00,25.00,0.00,0.00,19.00,");
  });

  test("are a right of their own", () => {
    expect(exportCredits({ ...world.owner, role: "agent" }, {})).toMatchObject({
      error: { code: "NotAllowed" },
    });
    expect(exportReturns({ ...world.owner, role: "agent" }, { view: "all" })).toMatchObject({
      error: { code: "NotAllowed" },
    });
    expect(exportJournal(world.owner, { from: "2026-02-30", to: today() })).toMatchObject({
      error: { code: "Invalid" },
    });
  });
});

test("Home's figures are what the rows say, in the shop's currency, and the same before and after they are folded", async () => {
  const before = await homeFigures(world.owner);
  const { kept, bonusSpent, unspent, used } = before;
  expect([kept, bonusSpent, unspent, used.redeemed, used.expired, used.spendAbove].map(toDecimal)).toEqual([
    "40.00",
    "4.00",
    "24.00",
    "25.00",
    "0.00",
    "0.00",
  ]);
  expect(used).toMatchObject({ ordersPaid: 1, daysToFirstUse: 0 });
  expect(before.keptRate).toEqual({ kept: 2, of: 2 });
  expect(before.before.keptRate).toEqual({ kept: 0, of: 0 });
  expect(before.byWeek.map(({ credit, bonus }) => [toDecimal(credit), toDecimal(bonus)])).toEqual([
    ["40.00", "4.00"],
  ]);
  expect(before.needsYou.differences).toBe(1);
  // An hour later everything is old enough to be folded.
  const later = sql`interval '1 hour'`;
  await acrossAllShops(world.tools, async (tx) => {
    await tx.execute(sql`set local role none`);
    await tx.execute(sql`alter table ledger_entries disable trigger history`);
    await tx.execute(sql`update ledger_entries set posted_at = posted_at - ${later}`);
    await tx.execute(sql`alter table ledger_entries enable trigger history`);
    await tx.execute(sql`update redeeming_orders set seen_at = seen_at - ${later}`);
    await tx.execute(sql`update credits set first_spent_seen_at = first_spent_seen_at - ${later}`);
  });
  await foldFigures(world.owner);
  await foldFigures(world.owner);
  const { figureDays } = tables;
  expect((await world.owner.inShop((tx) => tx.select().from(figureDays))).length).toBeGreaterThan(5);
  expect({ ...(await homeFigures(world.owner)), since: before.since }).toEqual(before);
});

describe("customers", () => {
  test("stand once, at their newest return, and are found by name and address", async () => {
    const { rows, next } = await listCustomers(world.owner, {});
    expect(rows).toHaveLength(1);
    expect(next).toBeNull();
    expect(rows[0]?.lastReturn.number).toBe(numbers[1]);
    expect(rows[0]?.left.map(toDecimal)).toEqual(["19.00"]);
    expect((await listCustomers(world.owner, { search: "ada@example.com" })).rows).toHaveLength(1);
    expect((await listCustomers(world.owner, { search: "grace" })).rows).toHaveLength(0);
  });

  test("one customer: account, movements as Shopify recorded them, credits, returns, letters", async () => {
    const { rows } = await listCustomers(world.owner, {});
    const found = await readCustomer(world.owner, rows[0]?.number ?? "");
    const [account] = found?.accounts ?? [];
    expect(account?.balance && toDecimal(account.balance)).toBe("24.00");
    expect(account?.lastDigits).toMatch(/^\d{4}$/);
    expect(account?.movements.map(({ amount, postedAs }) => `${toDecimal(amount)} ${postedAs}`)).toEqual([
      "5.00 by_others",
      "-25.00 spent",
      "2.00 bonus",
      "20.00 base",
      "2.00 bonus",
      "20.00 base",
    ]);
    expect([found?.credits.length, found?.returns.length]).toEqual([2, 2]);
    expect(found?.letters.some(({ template }) => template === "store_credit_issued")).toBe(true);
    expect(await readCustomer(world.owner, "12345")).toBeNull();
  });

  test("a credit of this minute stands under the balance it made, before anything was compared", async () => {
    await startIssuing(world, "#4203");
    await workUntilSettled(world);
    const [, number = ""] = /Customer\/(\d+)$/.exec(ada) ?? [];
    const account = (await liveAccounts(world.owner, number))?.get("USD");
    expect(account?.balance && toDecimal(account.balance)).toBe("46.00");
    const newest = account?.movements.slice(0, 3);
    expect(newest?.map(({ amount, postedAs }) => `${toDecimal(amount)} ${postedAs}`)).toEqual([
      "2.00 bonus",
      "20.00 base",
      "5.00 by_others",
    ]);
    expect(newest?.[0]?.balanceAfter).toEqual(account?.balance);
  });
});

test("returns stand as their list shows them, with their reasons, and add up; what was declined is worth nothing", async () => {
  const { number } = await askForReturn(world, { order: "#4204" });
  value(await declineReturn(world.owner, { number, reason: "Worn." }));
  const rows = await textOf(value(exportReturns(world.owner, { view: "done" })).text);
  const shown = rows.map((row) => [row[0], ...row.slice(6)].join(" "));
  expect(shown[1]).toMatch(/^R-\d+ .+ store credit declined {2}USD 0\.00 0\.00 0\.00$/);
  expect(shown[2]).toMatch(/^R-\d+ .+ store credit resolved issued USD 20\.00 2\.00 22\.00$/);
  expect(shown.slice(5)).toEqual(["Total   4 returns  USD 60.00 6.00 66.00"]);
});
