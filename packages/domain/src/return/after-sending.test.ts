import { eq, tables } from "@kept/database";
import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { readMessages, writeMessage } from "../message/index.ts";
import { currentPolicy, savePolicy } from "../policy/index.ts";
import { homeFigures } from "../report/index.ts";
import { customerContext } from "../shop/index.ts";
import { askForReturn, openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import {
  addTracking,
  approveReturn,
  chooseItems,
  chooseResolution,
  quoteDraft,
  readDraft,
  readReturnByKey,
  sendReturn,
  switchToStoreCredit,
} from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 3 }];
  world = await openWorld({
    orders: Array.from({ length: 9 }, (_, at) => ({ name: `#100${at + 1}`, lines })),
  });
});
afterAll(() => world.close());

/** Every page is a visit of its own, and knows the shop as it is then. */
async function visit() {
  const ctx = await customerContext(world.tools, world.owner.shop.handle, { requestId: "test", name: "Ada" });
  if (!ctx) throw new Error("The shop is not there");
  return ctx;
}

const status = async (returnKey: string) => {
  const view = await readReturnByKey(await visit(), returnKey);
  if (!view) throw new Error("The return is not there");
  return view;
};

test("who asked for money back may take the credit after all, for the sum that was shown, once", async () => {
  const { returnKey } = await askForReturn(world, { order: "#1001", resolution: "original_payment" });
  const { creditInstead, quote } = await status(returnKey);
  expect(
    [quote.totals.total, creditInstead?.quote.totals.total].map((each) => each && toDecimal(each)),
  ).toEqual(["20.00", "22.00"]);
  const take = (fingerprint = creditInstead?.fingerprint ?? "") =>
    switchToStoreCredit(world.customer, { returnKey, fingerprint });
  expect(await take("of another sum")).toMatchObject({ error: { code: "AmountChanged" } });
  const all = await Promise.all([take(), take(), take()]);
  expect(all.every(({ ok }) => ok)).toBe(true);
  const after = await status(returnKey);
  expect([after.resolution, toDecimal(after.quote.totals.total), after.creditInstead]).toEqual([
    "store_credit",
    "22.00",
    null,
  ]);
});

test("once the money is on its way it is too late, and nothing changes", async () => {
  const { returnKey, number } = await askForReturn(world, { order: "#1002", resolution: "original_payment" });
  const { creditInstead } = await status(returnKey);
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  const { fingerprint = "" } = creditInstead ?? {};
  const late = await switchToStoreCredit(world.customer, { returnKey, fingerprint });
  expect(late).toMatchObject({ error: { code: "TooLate" } });
  expect((await status(returnKey)).resolution).toBe("original_payment");
});

test("credit that would not work is not offered after all, nor taken by who saw it before", async () => {
  const { returnKey } = await askForReturn(world, { order: "#1006", resolution: "original_payment" });
  const { fingerprint = "" } = (await status(returnKey)).creditInstead ?? {};
  const take = async () => switchToStoreCredit(await visit(), { returnKey, fingerprint });
  await mostOnAnAccount("21.99");
  expect((await status(returnKey)).creditInstead).toBeNull();
  expect(await take()).toMatchObject({ error: { code: "NotOffered" } });
  expect((await status(returnKey)).resolution).toBe("original_payment");
  await mostOnAnAccount("15000.00");
  expect((await status(returnKey)).creditInstead?.fingerprint).toBe(fingerprint);
  value(await take());
});

/** Shopify's limit for an account, as the shop was told it. */
async function mostOnAnAccount(perAccount: string) {
  const { id } = world.owner.shop;
  await world.owner.inShop((tx) =>
    tx
      .update(tables.shops)
      .set({ limits: { USD: { perAccount } } })
      .where(eq(tables.shops.id, id)),
  );
}

test("who chose credit is offered nothing more, and a key of nobody's switches nothing", async () => {
  const { returnKey } = await askForReturn(world, { order: "#1003" });
  expect((await status(returnKey)).creditInstead).toBeNull();
  const nobody = { returnKey: "x".repeat(22), fingerprint: "" };
  expect(await switchToStoreCredit(world.customer, nobody)).toMatchObject({ error: { code: "NotFound" } });
});

test("an approved return takes the customer's tracking number, a request not yet", async () => {
  const { returnKey, number } = await askForReturn(world, { order: "#1004" });
  const add = (tracking = "1Z 999", key = returnKey) =>
    addTracking(world.customer, { returnKey: key, tracking, carrier: "UPS" });
  expect(await add()).toMatchObject({ error: { code: "WrongState" } });
  value(await approveReturn(world.owner, { number }));
  expect(await add("  ")).toMatchObject({ error: { code: "NumberMissing" } });
  expect(await add("1Z 999", "x".repeat(22))).toMatchObject({ error: { code: "NotFound" } });
  value(await add());
  value(await add());
  const view = await status(returnKey);
  expect([view.status, view.parcels.map(({ number: travels }) => travels)]).toEqual([
    "in_transit",
    ["1Z 999"],
  ]);
  const flood = await Promise.all(Array.from({ length: 30 }, (_, n) => add(`1Z ${n}`)));
  expect(flood.filter(({ ok }) => ok)).toHaveLength(19);
  expect(flood).toContainEqual({ ok: false, error: { code: "TooManyParcels" } });
  value(await add("1Z 999")); // one that is there still counts once
});

test("where the shop accepts less than was asked for, its customer hears of what, and why", async () => {
  const { returnKey, number } = await askForReturn(world, { order: "#1009", units: 3 });
  const [line] = (await status(returnKey)).lines;
  const decision = { lineId: line?.id ?? "", accepted: 1, declineReason: "Two were worn" };
  value(await approveReturn(world.owner, { number, decisions: [decision] }));
  await world.post();
  const { lines, quote } = await status(returnKey);
  const german = await readReturnByKey(await visit(), returnKey, "de");
  expect(german?.lines[0]?.reasonLabel).toBe("Zu klein"); // in the language it is read in
  expect(lines).toMatchObject([{ quantity: 3, accepted: 1, declineReason: "Two were worn" }]);
  const letter = (await world.standIn.letters("ada@example.com", "#1009")).at(-1);
  expect(letter?.text).toContain(`Store credit: $${toDecimal(quote.totals.total)}`);
  expect(letter?.text).toContain("Not everything was accepted.");
});

test("customer and shop write to each other; a flood, an empty word and a stranger's key are refused", async () => {
  const { returnKey, number } = await askForReturn(world, { order: "#1005" });
  const ask = (text: string, key = returnKey) =>
    writeMessage(world.customer, { which: { returnKey: key }, text });
  const unanswered = async () => (await homeFigures(world.owner)).needsYou.unanswered;
  expect(await unanswered()).toEqual({ count: 0, number: null });
  await Promise.all([ask(" Is the box fine? "), ask("Is the box fine?")]); // pressed twice, said once
  expect(await unanswered()).toEqual({ count: 1, number });
  value(await writeMessage(world.owner, { which: { number }, text: "Any box is." }));
  expect(await unanswered()).toEqual({ count: 0, number: null });
  const said = (await status(returnKey)).messages.map(({ author, text }) => `${author}: ${text}`);
  expect(said).toEqual(["customer: Is the box fine?", "shop: Any box is."]);
  expect((await readMessages(world.owner, number)).length).toBe(2);
  expect(await ask(" ")).toMatchObject({ error: { code: "Empty" } });
  expect(await ask("x".repeat(2001))).toMatchObject({ error: { code: "TooLong" } });
  expect(await ask("hello", "x".repeat(22))).toMatchObject({ error: { code: "NotFound" } });
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => ask(`Word ${n}`)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(9);
});

test("who had asked for their money first gets what the shop gives to whoever stays, in a draft and afterwards", async () => {
  const { policy, version } = await currentPolicy(world.owner);
  const stay = {
    id: "stay",
    name: "Stay",
    priority: 1,
    when: { switched: true },
    bonus: { kind: "percent" as const, basisPoints: 1500, of: "items" as const },
  };
  const storeCredit = { ...policy.storeCredit, bonusRules: [stay] };
  value(await savePolicy(world.owner, { policy: { ...policy, storeCredit }, basedOn: version }));

  const { key } = await openDraftOf(world, { order: "#1007" });
  const draft = value(await readDraft(world.customer, key));
  const [item] = draft.items;
  const items = [
    {
      fulfillmentLineItemId: item?.fulfillmentLineItemId ?? "",
      quantity: 1,
      reason: draft.reasons[0]?.code ?? "",
    },
  ];
  value(await chooseItems(world.customer, { key, items }));
  const credit = async () => {
    const { offers } = value(await quoteDraft(world.customer, key));
    return offers.find(({ resolution }) => resolution === "store_credit");
  };
  const atOnce = await credit();
  expect(atOnce && toDecimal(atOnce.quote.totals.total)).toBe("22.00");
  value(await chooseResolution(world.customer, { key, resolution: "original_payment" }));
  const stayed = await credit();
  expect(stayed && toDecimal(stayed.quote.totals.total)).toBe("23.00");
  const sent = { key, resolution: "store_credit" as const, fingerprint: stayed?.fingerprint ?? "" };
  const { returnKey } = value(await sendReturn(world.customer, sent));
  expect(toDecimal((await status(returnKey)).quote.totals.bonus)).toBe("3.00");

  const later = await askForReturn(world, { order: "#1008", resolution: "original_payment" });
  const { creditInstead } = await status(later.returnKey);
  expect(creditInstead && toDecimal(creditInstead.quote.totals.total)).toBe("23.00");
  const { fingerprint = "" } = creditInstead ?? {};
  value(await switchToStoreCredit(world.customer, { returnKey: later.returnKey, fingerprint }));
  expect(toDecimal((await status(later.returnKey)).quote.totals.bonus)).toBe("3.00");
});
