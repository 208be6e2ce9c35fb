import { eq, sql, tables } from "@kept/database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readDraft } from "../return/index.ts";
import { ada, openWorld, type TestWorld, value } from "../testing/index.ts";
import { askAgain, askForOrder, forgetLookups, proveOrder, readLookup } from "./index.ts";
import { codeAsTyped, letterEveryMinutes, lettersAtOnce, mostWrongTries } from "./lookup.ts";

let world: TestWorld;
/** Order numbers of its own: every test writes to Ada, and the mailbox is shared. */
let next = 8300;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
  world = await openWorld({
    orders: Array.from({ length: 12 }, (_, at) => ({ name: `#${8301 + at}`, lines })),
  });
});
beforeEach(() => {
  next += 1;
});
afterAll(() => world.close());

const ask = async (orderName = `#${next}`, contact = ada.email, address = `192.0.2.${next % 250}`) =>
  value(await askForOrder(world.customer, { orderName, contact, locale: "en", address })).key;

const prove = (key: string, code: string, address = `198.51.100.${next % 250}`) =>
  proveOrder(world.customer, { key, code, locale: "en", address });

/** The codes that came for this test's order, newest last. */
async function codes(): Promise<string[]> {
  const letters = await world.standIn.letters(ada.email, `#${next}`);
  return letters.map(({ subject }) => /\d{4} \d{4}/.exec(subject)?.[0] ?? "");
}

/** Time passes for what is written about lookups. */
async function pass(minutes: number) {
  const { askedAt, codeSentAt, expiresAt, provedAt } = tables.lookups;
  const earlier = (column: unknown) => sql`${column} - make_interval(mins => ${minutes}::int)`;
  await world.customer.inShop((tx) =>
    tx.update(tables.lookups).set({
      askedAt: earlier(askedAt),
      codeSentAt: earlier(codeSentAt),
      expiresAt: earlier(expiresAt),
      provedAt: earlier(provedAt),
    }),
  );
}

const wrong = "0000 0000";

test("Ada names her order, reads her code and is there; pressed twice it is one draft, and later the code opens nothing", async () => {
  const key = await ask();
  await world.lookUp();
  await world.lookUp();
  const [code = "", ...more] = await codes();
  expect(more).toEqual([]);
  const { key: draft } = value(await prove(key, code.replace(" ", "")));
  expect(value(await readDraft(world.customer, draft)).orderName).toBe(`#${next}`);
  expect(value(await prove(key, code)).key).toBe(draft);
  expect(await prove(key, wrong)).toMatchObject({ error: { code: "LookupGone" } });
  await pass(1);
  expect(await prove(key, code)).toMatchObject({ error: { code: "LookupGone" } });
});

test("the code comes in the shop's name, as every letter after it, and answers reach the shop", async () => {
  await ask();
  await world.lookUp();
  const [letter] = await world.standIn.letters(ada.email, `#${next}`);
  expect(letter?.from).toBe('"Bloom & Thread" <credit@kept.example>');
  expect(letter?.replyTo).toEqual([world.customer.shop.replyTo ?? world.customer.shop.contactEmail]);
});

test("named twice at once by one browser it is one lookup and one letter; after half a minute, or by another, it is not", async () => {
  const again = async (before: string, orderName = `#${next}`) =>
    value(
      await askForOrder(world.customer, {
        orderName,
        contact: ada.email,
        locale: "en",
        address: `192.0.2.${next % 250}`,
        before,
      }),
    ).key;
  const key = await ask();
  expect(await again(key)).toBe(key);
  expect(await again(key, "#9999")).not.toBe(key);
  expect(await again("x".repeat(22))).not.toBe(key);
  await pass(1);
  expect(await again(key)).not.toBe(key);
});

test("an order that is not there, and one of somebody else, answer like Ada's with a wrong code", async () => {
  const keys = [
    await ask(),
    await ask("#9999"),
    await ask(undefined, "eve@example.com"),
    await ask("' OR 1"),
  ];
  await world.lookUp();
  expect(await world.standIn.letters("eve@example.com", "")).toEqual([]);
  for (let left = mostWrongTries; left > 0; left -= 1) {
    const answers = new Set<string>();
    for (const key of keys) answers.add(JSON.stringify(await prove(key, wrong)));
    const code = left > 1 ? { code: "CodeWrong", triesLeft: left - 1 } : { code: "CodeUsedUp" };
    expect([...answers]).toEqual([JSON.stringify({ ok: false, error: code })]);
  }
});

test("a code opens only the browser that asked, though it is of the same order", async () => {
  const [mine, theirs] = [await ask(), await ask()];
  await world.lookUp();
  const [first = "", second = ""] = await codes();
  expect(await prove(theirs, first)).toMatchObject({ error: { code: "CodeWrong" } });
  expect(await prove(mine, first)).toMatchObject({ ok: true });
  expect(await prove(theirs, second)).toMatchObject({ ok: true });
});

test("after ten minutes a code opens nothing; asked for again, a new one does", async () => {
  const key = await ask();
  await world.lookUp();
  expect(await askAgain(world.customer, { key })).toMatchObject({ error: { code: "TooSoon" } });
  await pass(10);
  const [old = ""] = await codes();
  expect(await prove(key, old)).toMatchObject({ error: { code: "CodeWrong" } });
  value(await askAgain(world.customer, { key }));
  await world.lookUp();
  const [, fresh = ""] = await codes();
  expect(await prove(key, old)).toMatchObject({ error: { code: "CodeWrong" } });
  expect(await prove(key, fresh)).toMatchObject({ ok: true });
});

test("five wrong codes end it, also for the right one, until a new code is asked for", async () => {
  const key = await ask();
  await world.lookUp();
  for (let n = 0; n < mostWrongTries; n += 1) await prove(key, wrong);
  const [code = ""] = await codes();
  expect(await prove(key, code)).toMatchObject({ error: { code: "CodeUsedUp" } });
  await pass(1);
  value(await askAgain(world.customer, { key }));
  await world.lookUp();
  expect(await prove(key, (await codes())[1] ?? "")).toMatchObject({ ok: true });
});

test("fifty strangers asking for Ada's order send her five letters, and she still gets in", async () => {
  for (let n = 0; n < 50; n += 1) await ask(undefined, ada.email, `203.0.113.${n}`);
  const hers = await ask();
  await world.lookUp();
  const sent = await codes();
  expect(sent).toHaveLength(lettersAtOnce);
  expect(await prove(hers, sent.at(-1) ?? "")).toMatchObject({ ok: true });
});

test("strangers who spend every try of every code keep the customer waiting for one letter, and no longer", async () => {
  const strangers: string[] = [];
  for (let n = 0; n < 16; n += 1) strangers.push(await ask(undefined, ada.email, `203.0.113.${n}`));
  await world.lookUp();
  const spend = async () => {
    for (const key of strangers) for (let n = 0; n < mostWrongTries; n += 1) await prove(key, wrong, key);
  };
  await spend();
  const hers = await ask();
  await world.lookUp();
  const before = await codes();
  expect(await prove(hers, before.at(-1) ?? "")).toMatchObject({ error: { code: "CodeWrong" } });

  await pass(letterEveryMinutes);
  strangers.unshift(await ask(undefined, ada.email, "203.0.113.99"));
  await world.lookUp();
  await spend();
  const after = await codes();
  expect(after).toHaveLength(before.length + 1);
  expect(await prove(hers, after.at(-1) ?? "")).toMatchObject({ ok: true });
});

test("a letter that has to be written again is the same letter", async () => {
  await pass(31); // nobody else's letter is under way
  const key = await ask();
  const { handle } = world.owner.shop;
  const taken = { kind: "error-after", operation: "emails", status: 500, count: null, shop: handle };
  const fault = await world.standIn.faults(taken);
  await expect(world.lookUp()).rejects.toMatchObject({ name: "CodeDelayed" }); // the queue comes again
  await world.standIn.endFault(fault);
  await world.lookUp();
  const [code = "", ...more] = await codes();
  expect(more).toEqual([]);
  expect(await prove(key, code)).toMatchObject({ ok: true });
});

test("strangers who spend their tries before a letter came spend nothing of the customer's code", async () => {
  const strangers: string[] = [];
  for (let n = 0; n < 16; n += 1) strangers.push(await ask(undefined, ada.email, `203.0.113.${n}`));
  for (const key of strangers) for (let n = 0; n < mostWrongTries; n += 1) await prove(key, wrong, key);
  const hers = await ask();
  await world.lookUp();
  const [code = "", ...more] = await codes();
  expect(more).toEqual([]);
  expect(await prove(hers, code)).toMatchObject({ ok: true });
});

test.each([
  ["an address", () => "203.0.113.250"],
  ["a network of IPv6, whichever of its addresses are used,", (n: number) => `2001:db8:7:7:${n}::1`],
])("%s that asks too often waits; others do not", async (_, address) => {
  const asked = (order: string, from: string) =>
    askForOrder(world.customer, { orderName: order, contact: "x@example.com", locale: "en", address: from });
  const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => asked(`#77${n}`, address(n))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: "TooManyTries" } });
  expect(await asked("#7799", "203.0.113.251")).toMatchObject({ ok: true });
});

test("what ran out is gone, for the page too, and a key of another shop was never here", async () => {
  const key = await ask();
  expect(await readLookup(world.customer, key)).toMatchObject({ orderName: `#${next}` });
  expect(await readLookup(world.customer, "x".repeat(22))).toBeNull();
  const elsewhere = await openWorld({ orders: [] });
  expect(await readLookup(elsewhere.customer, key)).toBeNull();
  await elsewhere.close();
  await pass(31);
  expect(await readLookup(world.customer, key)).toBeNull();
  expect(await prove(key, wrong)).toMatchObject({ error: { code: "LookupGone" } });
});

test("an hour after it ran out what was typed is forgotten, without another lookup having to come", async () => {
  const key = await ask();
  const mine = () =>
    world.customer.inShop((tx) => tx.select().from(tables.lookups).where(eq(tables.lookups.key, key)));
  await pass(89);
  await forgetLookups(world.tools);
  expect(await mine()).toHaveLength(1);
  await pass(2);
  await forgetLookups(world.tools);
  expect(await mine()).toEqual([]);
});

test.each(["48217730", "4821 7730", "４８２１-７７３０", "٤٨٢١٧٧٣٠", " 4821 – 7730 "])(
  "a code typed as %j",
  (typed) => {
    expect(codeAsTyped(typed)).toBe("48217730");
  },
);
