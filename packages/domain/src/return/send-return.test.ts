import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  askForReturn,
  openDraftOf,
  openWorld,
  readyToSend,
  type TestWorld,
  value,
} from "../testing/index.ts";
import { chooseItems } from "./choose-items.ts";
import { readDraft } from "./drafts.ts";
import { listReturns } from "./list-returns.ts";
import { quoteDraft } from "./quote-draft.ts";
import { sendReturn } from "./send-return.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 3 };

beforeAll(async () => {
  world = await openWorld({
    orders: [
      { name: "#1001", lines: [shirt] },
      { name: "#1002", lines: [shirt] },
      { name: "#1003", lines: [shirt], customer: null },
      { name: "#1004", lines: [shirt] },
      { name: "#1005", lines: [shirt] },
      { name: "#1006", lines: [shirt] },
      { name: "#1007", lines: [shirt] },
    ],
    policy: (policy) => ({
      ...policy,
      resolutionRules: [
        {
          id: "wrong-item",
          name: "Wrong items are paid back",
          when: { reasons: ["wrong_item"] },
          without: "store_credit",
        },
      ],
    }),
  });
});
afterAll(() => world.close());

const find = (order: string) => openDraftOf(world, { order });

test("sending the same draft many times at once makes one return", async () => {
  const { key } = await find("#1001");
  const draft = value(await readDraft(world.customer, key));
  const [item] = draft.items;
  const items = [
    {
      fulfillmentLineItemId: item?.fulfillmentLineItemId ?? "",
      quantity: 2,
      reason: draft.reasons[0]?.code ?? "",
    },
  ];
  value(await chooseItems(world.customer, { key, items }));
  const { offers } = value(await quoteDraft(world.customer, key));
  const { resolution, fingerprint } = offers[0] ?? { resolution: "store_credit", fingerprint: "" };
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => sendReturn(world.customer, { key, resolution, fingerprint })),
  );
  expect(new Set(sent.map((each) => value(each).returnKey)).size).toBe(1);
  expect((await listReturns(world.owner, { view: "all" })).rows).toHaveLength(1);
});

test("who sends the same items at once from several looks at an order makes one return of them", async () => {
  const ready = () => readyToSend(world, { order: "#1005", units: 2 });
  const looks = await Promise.all(Array.from({ length: 4 }, ready));
  const sent = await Promise.all(looks.map((each) => sendReturn(world.customer, each)));
  const told = sent.map((each) => (each.ok ? "made" : each.error.code));
  expect(told.sort()).toEqual(["NothingChosen", "NothingChosen", "NothingChosen", "made"]);
});

test("what was just asked back cannot be asked back again, also before Shopify knows of it", async () => {
  const { key } = await find("#1001");
  const [item] = value(await readDraft(world.customer, key)).items;
  expect(item?.quantity).toBe(1);
});

test("too many, nothing, an unknown reason and a foreign item are each said where they stand", async () => {
  const { key } = await find("#1002");
  const [item] = value(await readDraft(world.customer, key)).items;
  const id = item?.fulfillmentLineItemId ?? "";
  const reason = "too_small";
  const choose = (items: Parameters<typeof chooseItems>[1]["items"]) =>
    chooseItems(world.customer, { key, items });
  expect(await choose([])).toMatchObject({ error: { code: "NothingChosen" } });
  expect(await choose([{ fulfillmentLineItemId: id, quantity: 4, reason }])).toMatchObject({
    error: { code: "Invalid", fields: { [`quantity.${id}`]: "TooMany" } },
  });
  expect(await choose([{ fulfillmentLineItemId: id, quantity: 1, reason: "because" }])).toMatchObject({
    error: { code: "Invalid", fields: { [`reason.${id}`]: "ReasonMissing" } },
  });
  expect(await choose([{ fulfillmentLineItemId: "gid://foreign", quantity: 1, reason }])).toMatchObject({
    error: { code: "Invalid", fields: { "quantity.gid://foreign": "NotReturnable" } },
  });
  expect(await choose([{ fulfillmentLineItemId: id, quantity: -1, reason }])).toMatchObject({
    error: { code: "Invalid", fields: { [`quantity.${id}`]: "NotAQuantity" } },
  });
});

test("an amount that was not shown is not sent", async () => {
  const { key } = await find("#1002");
  const draft = value(await readDraft(world.customer, key));
  const items = [
    {
      fulfillmentLineItemId: draft.items[0]?.fulfillmentLineItemId ?? "",
      quantity: 1,
      reason: draft.reasons[0]?.code ?? "",
    },
  ];
  value(await chooseItems(world.customer, { key, items }));
  value(await quoteDraft(world.customer, key));
  const sent = await sendReturn(world.customer, {
    key,
    resolution: "store_credit",
    fingerprint: "of something else",
  });
  expect(sent).toEqual({ ok: false, error: { code: "AmountChanged" } });
});

test("items chosen again alike, as by a second window, leave what was shown good; chosen otherwise, they do not", async () => {
  const shown = await readyToSend(world, { order: "#1006", units: 1 });
  const [item] = value(await readDraft(world.customer, shown.key)).selection;
  if (!item) throw new Error("Nothing is chosen");
  value(await chooseItems(world.customer, { key: shown.key, items: [{ ...item, quantity: 2 }] }));
  expect(await sendReturn(world.customer, shown)).toMatchObject({ error: { code: "AmountChanged" } });
  const again = await readyToSend(world, { order: "#1006", units: 1 });
  value(await chooseItems(world.customer, { key: again.key, items: [item] }));
  value(await sendReturn(world.customer, again));
});

test("a press that came too late takes nothing back from what another window shows", async () => {
  const shown = await readyToSend(world, { order: "#1002" });
  expect(await sendReturn(world.customer, { ...shown, fingerprint: "of yesterday" })).toMatchObject({
    error: { code: "AmountChanged" },
  });
  value(await sendReturn(world.customer, shown));
});

test("two windows that look at their refund at once are quoted for one instant", async () => {
  const { key } = await find("#1007");
  const [item] = value(await readDraft(world.customer, key)).items;
  const items = [
    { fulfillmentLineItemId: item?.fulfillmentLineItemId ?? "", quantity: 1, reason: "too_small" },
  ];
  value(await chooseItems(world.customer, { key, items }));
  const looks = await Promise.all(Array.from({ length: 4 }, () => quoteDraft(world.customer, key)));
  const instants = looks.map((look) => value(look).offers[0]?.quote.at.toISOString());
  expect(new Set(instants).size).toBe(1);
});

test("an order without a customer is offered its money back, and nothing that could not be credited", async () => {
  const { key } = await find("#1003");
  const draft = value(await readDraft(world.customer, key));
  const items = [
    {
      fulfillmentLineItemId: draft.items[0]?.fulfillmentLineItemId ?? "",
      quantity: 1,
      reason: draft.reasons[0]?.code ?? "",
    },
  ];
  value(await chooseItems(world.customer, { key, items }));
  const { offers, notOffered } = value(await quoteDraft(world.customer, key));
  expect(offers.map(({ resolution }) => resolution)).toEqual(["original_payment"]);
  expect(notOffered).toEqual([{ resolution: "store_credit", why: "no_customer" }]);
});

test("a rule about a reason takes a resolution away for that reason only", async () => {
  const { key } = await find("#1004");
  const draft = value(await readDraft(world.customer, key));
  const id = draft.items[0]?.fulfillmentLineItemId ?? "";
  const offered = async (reason: string) => {
    value(
      await chooseItems(world.customer, { key, items: [{ fulfillmentLineItemId: id, quantity: 1, reason }] }),
    );
    return value(await quoteDraft(world.customer, key)).offers.map(({ resolution }) => resolution);
  };
  expect(await offered("wrong_item")).toEqual(["original_payment"]);
  expect(await offered(draft.reasons.find(({ code }) => code !== "wrong_item")?.code ?? "")).toEqual([
    "store_credit",
    "original_payment",
  ]);
});

test("a draft belongs to its shop: its key opens nothing elsewhere", async () => {
  const elsewhere = await openWorld({ orders: [] });
  const { key } = await find("#1004");
  expect(await readDraft(elsewhere.customer, key)).toMatchObject({ error: { code: "DraftGone" } });
  await elsewhere.close();
});

test("the promise is kept to the cent from the card to the record", async () => {
  const asked = await askForReturn(world, { order: "#1004", units: 3 });
  const row = (await listReturns(world.owner, { view: "requested" })).rows.find(
    ({ number }) => number === asked.number,
  );
  expect(row && toDecimal(row.total)).toBe(toDecimal(asked.quote.totals.total));
  expect(toDecimal(asked.quote.totals.total)).toBe("66.00");
});
