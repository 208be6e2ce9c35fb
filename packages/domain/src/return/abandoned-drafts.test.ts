import { eq, sql, tables } from "@kept/database";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPhotos, readPhoto } from "../photo/index.ts";
import { openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { chooseItems, forgetDrafts, quoteDraft, readDraft, sendReturn, sweepDrafts } from "./index.ts";

let world: TestWorld;
const { returnDrafts, returnPhotos } = tables;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
  world = await openWorld({ orders: ["#1001", "#1002", "#1003"].map((name) => ({ name, lines })) });
});
afterAll(() => world.close());

/** A draft with a photo of its one item. */
async function draftWithPhoto(order: string) {
  const { key } = await openDraftOf(world, { order });
  const draft = value(await readDraft(world.customer, key));
  const item = draft.items[0]?.fulfillmentLineItemId ?? "";
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#a33" } })
    .png()
    .toBuffer();
  const photos = [{ name: "shirt.png", bytes }];
  value(await addPhotos(world.customer, { key, fulfillmentLineItemId: item, photos }));
  const photoId = value(await readDraft(world.customer, key)).photos[0]?.id ?? "";
  return { key, item, photoId, reason: draft.reasons[0]?.code ?? "" };
}

async function send({ key, item, reason }: Awaited<ReturnType<typeof draftWithPhoto>>) {
  const items = [{ fulfillmentLineItemId: item, quantity: 1, reason }];
  value(await chooseItems(world.customer, { key, items }));
  const { fingerprint = "" } = value(await quoteDraft(world.customer, key)).offers[0] ?? {};
  value(await sendReturn(world.customer, { key, resolution: "store_credit", fingerprint }));
}

const endsAgo = (key: string, minutes: number) =>
  world.customer.inShop((tx) =>
    tx
      .update(returnDrafts)
      .set({ expiresAt: sql`clock_timestamp() - make_interval(mins => ${minutes}::int)` })
      .where(eq(returnDrafts.key, key)),
  );

test("what a customer began and left is forgotten with its picture; what was sent, and what may go on, stays", async () => {
  const [left, sent, open] = [
    await draftWithPhoto("#1001"),
    await draftWithPhoto("#1002"),
    await draftWithPhoto("#1003"),
  ];
  await send(sent);
  const [picture] = await world.customer.inShop((tx) =>
    tx
      .select({ storeKey: returnPhotos.storeKey })
      .from(returnPhotos)
      .where(eq(returnPhotos.id, left.photoId)),
  );
  await endsAgo(left.key, 61);
  await endsAgo(sent.key, 61);
  await forgetDrafts(world.owner);
  expect(await world.tools.photos?.get(picture?.storeKey ?? "")).toBeNull();
  expect(await readPhoto(world.owner, sent.photoId)).not.toBeNull();
  expect(await readPhoto(world.owner, open.photoId)).not.toBeNull();
  const kept = await world.customer.inShop((tx) => tx.select({ key: returnDrafts.key }).from(returnDrafts));
  expect(kept).toEqual([{ key: open.key }]);
});

test("every night each shop that has such drafts gets one job, and a draft of just now none", async () => {
  const { key } = await openDraftOf(world, { order: "#1001" });
  await endsAgo(key, 30);
  await sweepDrafts(world.tools);
  expect(await jobs()).toEqual([]);
  await endsAgo(key, 90);
  await sweepDrafts(world.tools);
  expect(await jobs()).toEqual([world.customer.shop.id]);
});

async function jobs(): Promise<unknown[]> {
  const rows = await acrossAllShops(world.tools, (tx) =>
    tx.execute<{ shop: string }>(sql`select data ->> 'shopId' as shop from pgboss.job where name = 'drafts'`),
  );
  return rows.map(({ shop }) => shop);
}
