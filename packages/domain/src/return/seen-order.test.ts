import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopContext } from "../context.ts";
import { customerContext } from "../shop/index.ts";
import { askForReturn, openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { pairOrders, takeAllByHand } from "../testing/without-return.ts";
import { chooseItems } from "./choose-items.ts";
import { readDraft } from "./drafts.ts";
import { quoteDraft } from "./quote-draft.ts";
import { readReturnByKey } from "./read-status.ts";
import { sendReturn } from "./send-return.ts";

let world: TestWorld;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 2 }];
  const orders = ["#1001", "#1002", "#1003", "#1004"].map((name) => ({ name, lines }));
  world = await openWorld({ orders: [...orders, ...pairOrders(1005, 1)] });
});
afterAll(() => world.close());

/** Something is wrong with every question to Shopify, until it is mended. Whoever asks meanwhile is patient for a moment. */
async function trouble(fault: object) {
  const id = await world.standIn.faults({ operation: "query", count: null, shop: world.domain, ...fault });
  const tools = { ...world.tools, settings: { ...world.tools.settings, answerWithinMs: 150 } };
  return {
    mend: () => world.standIn.endFault(id),
    async ada(): Promise<ShopContext> {
      const ada = await customerContext(tools, world.owner.shop.handle, { requestId: "test" });
      if (!ada) throw new Error("The shop is gone");
      return ada;
    },
  };
}

/** When the order was last seen; what counts as just now does not hang on how fast this machine is. */
async function seen(key: string, when: "just now" | "a minute ago") {
  const { returnDrafts } = tables;
  const orderSeenAt = new Date(Date.now() + (when === "just now" ? 3_600_000 : -60_000));
  await world.customer.inShop((tx) =>
    tx.update(returnDrafts).set({ orderSeenAt }).where(eq(returnDrafts.key, key)),
  );
}

const away = { kind: "drop-before" };

async function choose(ctx: ShopContext, key: string) {
  const { items, reasons } = value(await readDraft(ctx, key));
  const [item] = items;
  const fulfillmentLineItemId = item?.fulfillmentLineItemId ?? "";
  const reason = reasons[0]?.code ?? "";
  value(await chooseItems(ctx, { key, items: [{ fulfillmentLineItemId, quantity: 1, reason }] }));
}

test("while Shopify is away Ada goes on with her order as it was last seen; what she sends is kept and told later", async () => {
  const { key } = await openDraftOf(world, { order: "#1001" });
  expect(value(await readDraft(world.customer, key))).toMatchObject({ late: false });
  await seen(key, "a minute ago");
  const { ada, mend } = await trouble(away);
  expect(value(await readDraft(await ada(), key))).toMatchObject({ orderName: "#1001", late: true });
  await choose(await ada(), key);
  const { offers } = value(await quoteDraft(await ada(), key));
  const { resolution, fingerprint } = offers[0] ?? { resolution: "store_credit", fingerprint: "" };
  const { returnKey } = value(await sendReturn(await ada(), { key, resolution, fingerprint }));
  expect(value(await sendReturn(await ada(), { key, resolution, fingerprint }))).toEqual({ returnKey });
  await mend();
  await world.work();
  const [record] = await world.owner.inShop((tx) =>
    tx.select().from(tables.returns).where(eq(tables.returns.key, returnKey)),
  );
  expect(record?.shopifyReturnGid).toMatch(/^gid:\/\/shopify\/Return\//);
  expect(await readReturnByKey(world.customer, returnKey)).toMatchObject({ status: "requested" });
});

test("a return that Shopify heard of since an order was last seen still takes its units", async () => {
  const { key } = await openDraftOf(world, { order: "#1004" });
  expect(value(await readDraft(world.customer, key)).items[0]).toMatchObject({ quantity: 2 });
  await askForReturn(world, { order: "#1004" });
  expect(value(await readDraft(world.customer, key)).items[0]).toMatchObject({ quantity: 1 });
  await world.work();
  await seen(key, "just now");
  expect(value(await readDraft(world.customer, key)).items[0]).toMatchObject({ quantity: 1 });
  await seen(key, "a minute ago");
  expect(value(await readDraft(world.customer, key)).items[0]).toMatchObject({ quantity: 1 });
});

test("an order nobody saw yet, or a Shopify that does not let us in, is told as it is", async () => {
  const { key: unseen } = await openDraftOf(world, { order: "#1002" });
  const { key } = await openDraftOf(world, { order: "#1002" });
  await choose(world.customer, key);
  await seen(key, "a minute ago");
  const gone = await trouble(away);
  expect(await readDraft(await gone.ada(), unseen)).toMatchObject({ error: { code: "ShopifyUnreachable" } });
  await gone.mend();
  const shut = await trouble({ kind: "error-before", status: 403 });
  expect(await readDraft(await shut.ada(), key)).toMatchObject({ error: { code: "ShopifyUnreachable" } });
  await shut.mend();
});

test("one step after the other shows what was just seen; what is sent is asked for afresh, and nothing of it stays behind", async () => {
  const { key } = await openDraftOf(world, { order: "#1003" });
  await choose(world.customer, key);
  const { offers } = value(await quoteDraft(world.customer, key));
  const { resolution, fingerprint } = offers[0] ?? { resolution: "store_credit", fingerprint: "" };
  await seen(key, "just now");
  const shut = await trouble({ kind: "error-before", status: 403 });
  expect(value(await readDraft(await shut.ada(), key))).toMatchObject({ late: false });
  expect(await sendReturn(await shut.ada(), { key, resolution, fingerprint })).toMatchObject({
    error: { code: "ShopifyUnreachable" },
  });
  await shut.mend();
  value(await sendReturn(world.customer, { key, resolution, fingerprint }));
  const [row] = await world.owner.inShop((tx) =>
    tx.select().from(tables.returnDrafts).where(eq(tables.returnDrafts.key, key)),
  );
  expect(row).toMatchObject({ orderSeen: null, orderSeenAt: null });
});

test("what staff took meanwhile is not sent, and the page that says so shows it", async () => {
  const { key } = await openDraftOf(world, { order: "#1005" });
  await choose(world.customer, key);
  const { offers } = value(await quoteDraft(world.customer, key));
  const { resolution, fingerprint, quote } = offers[0] ?? { resolution: "store_credit", fingerprint: "" };
  await seen(key, "just now");
  await takeAllByHand(world, quote?.orderId ?? "");
  expect(await sendReturn(world.customer, { key, resolution, fingerprint })).toMatchObject({
    error: { code: "NothingChosen" },
  });
  const { items } = value(await readDraft(world.customer, key));
  expect(items.map(({ quantity }) => quantity)).toEqual([0, 0]);
});
