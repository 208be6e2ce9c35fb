import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tables } from "@kept/database";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseItems, quoteDraft, readDraft, readReturn, sendReturn } from "../return/index.ts";
import { openDraftOf, openWorld, type TestWorld, value } from "../testing/index.ts";
import { addPhotos, mostPhotos, readPhoto, removePhoto } from "./index.ts";
import { photoStoreAt } from "./photo-store.ts";

let world: TestWorld;
let picture: Buffer;
const lines = [{ title: "Linen shirt", price: "20.00", quantity: 2 }];

beforeAll(async () => {
  picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer();
  world = await openWorld({
    orders: ["#1001", "#1002", "#1003", "#1004"].map((name) => ({ name, lines })),
    policy: (policy) => ({
      ...policy,
      reasons: policy.reasons.map((reason) => ({
        ...reason,
        photo: reason.key === "damaged" ? ("required" as const) : ("never" as const),
        subReasons: reason.key === "damaged" ? [{ key: "in_transit", words: { en: "On the way" } }] : [],
      })),
    }),
  });
});
afterAll(() => world.close());

async function draftOf(order: string) {
  const { key } = await openDraftOf(world, { order });
  const item = value(await readDraft(world.customer, key)).items[0]?.fulfillmentLineItemId ?? "";
  const give = (...names: string[]) =>
    addPhotos(world.customer, {
      key,
      fulfillmentLineItemId: item,
      photos: names.map((name) => ({ name, bytes: picture })),
    });
  const choose = (reason: string) =>
    chooseItems(world.customer, { key, items: [{ fulfillmentLineItemId: item, quantity: 1, reason }] });
  return { key, item, give, choose };
}

test("a reason that needs a photo is not taken without one, and the photo goes with the return", async () => {
  const { key, item, give, choose } = await draftOf("#1001");
  expect(await choose("damaged/in_transit")).toMatchObject({
    error: { code: "Invalid", fields: { [`photo.${item}`]: "PhotoMissing" } },
  });
  value(await give("shirt.jpg"));
  value(await choose("damaged/in_transit"));
  const { offers } = value(await quoteDraft(world.customer, key));
  const { fingerprint = "" } = offers[0] ?? {};
  value(await sendReturn(world.customer, { key, resolution: "store_credit", fingerprint }));
  const [row] = await world.owner.inShop((tx) => tx.select().from(tables.returns));
  const seen = await readReturn(world.owner, row?.number ?? 0);
  const [photo, ...more] = seen?.photos ?? [];
  expect(photo?.fulfillmentLineItemId).toBe(seen?.lines[0]?.fulfillmentLineItemId);
  expect([photo?.width, photo?.height, more.length]).toEqual([90, 60, 0]);
  expect((await sharp((await readPhoto(world.owner, photo?.id ?? "")) ?? "").metadata()).format).toBe("webp");
  await removePhoto(world.customer, { key, photoId: photo?.id ?? "" });
  expect(await readPhoto(world.owner, photo?.id ?? "")).not.toBeNull();
});

test("a photo of another shop, or of nobody, is not there", async () => {
  const { key, give } = await draftOf("#1002");
  value(await give("shirt.jpg"));
  const [photo] = value(await readDraft(world.customer, key)).photos;
  const elsewhere = await openWorld({ orders: [] });
  expect(await readPhoto(elsewhere.customer, photo?.id ?? "")).toBeNull();
  await elsewhere.close();
  expect(await readPhoto(world.customer, "../../etc/passwd")).toBeNull();
  await removePhoto(world.customer, { key, photoId: photo?.id ?? "" });
  expect(await readPhoto(world.customer, photo?.id ?? "")).toBeNull();
});

test("a return has eight photos, also when they come all at once; what is none is named", async () => {
  const { key, give, item } = await draftOf("#1003");
  const names = (from: string) => [1, 2, 3, 4, 5].map((n) => `${from}${n}.jpg`);
  const answers = await Promise.all([give(...names("a")), give(...names("b"))]);
  expect(answers).toContainEqual(
    expect.objectContaining({ error: expect.objectContaining({ code: "TooMany" }) }),
  );
  const { photos } = value(await readDraft(world.customer, key));
  expect(photos).toHaveLength(mostPhotos);
  await removePhoto(world.customer, { key, photoId: photos[0]?.id ?? "" });
  const given = (bytes: Buffer) =>
    addPhotos(world.customer, { key, fulfillmentLineItemId: item, photos: [{ name: "x.jpg", bytes }] });
  expect(await given(Buffer.from("<svg/>".padEnd(64)))).toMatchObject({
    error: { code: "NotAPhoto", name: "x.jpg" },
  });
  expect(await given(Buffer.alloc(10 * 1024 * 1024 + 1, picture))).toMatchObject({
    error: { code: "TooLarge" },
  });
});

test("while the store does not answer nothing is taken or taken away, and both are said", async () => {
  const { key, item, give } = await draftOf("#1004");
  value(await give("shirt.jpg"));
  const photos = photoStoreAt("s3://KEY:SECRET@127.0.0.1:1/photos?insecure=1");
  const down = { ...world.customer, tools: { ...world.customer.tools, photos } };
  const more = { key, fulfillmentLineItemId: item, photos: [{ name: "x.jpg", bytes: picture }] };
  expect(await addPhotos(down, more)).toMatchObject({ error: { code: "Busy", name: "x.jpg" } });
  const [photo] = value(await readDraft(world.customer, key)).photos;
  const removed = { key, photoId: photo?.id ?? "" };
  expect(await removePhoto(down, removed)).toMatchObject({ error: { code: "Busy" } });
  // A picture whose row is gone would never be found again.
  expect(await readPhoto(world.customer, removed.photoId)).not.toBeNull();
  value(await removePhoto(world.customer, removed));
});

test("a bucket that speaks S3 keeps pictures as the folder does: signed, by key, and no other way", async () => {
  const kept = new Map<string, Buffer>();
  const asked: string[] = [];
  const bucket: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? "";
    asked.push(
      `${request.method} ${/Credential=KEY\/\d+\/eu-central-1\/s3/.test(request.headers.authorization ?? "")}`,
    );
    if (request.method === "PUT") kept.set(path, Buffer.concat(chunks));
    if (request.method === "DELETE") kept.delete(path);
    response.statusCode = request.method === "GET" && !kept.has(path) ? 404 : 200;
    response.end(request.method === "GET" ? kept.get(path) : undefined);
  });
  await new Promise<void>((ready) => bucket.listen(0, "127.0.0.1", ready));
  const { port } = bucket.address() as AddressInfo;
  const store = photoStoreAt(`s3://KEY:SECRET@127.0.0.1:${port}/photos?region=eu-central-1&insecure=1`);
  const key = "0123456789abcdef0123456789abcdef";
  expect(await store.get(key)).toBeNull();
  await store.put(key, picture);
  expect(await store.get(key)).toEqual(picture);
  await store.remove(key);
  expect(await store.get(key)).toBeNull();
  await expect(store.get("../secret")).rejects.toThrow(RangeError);
  expect(new Set(asked)).toEqual(new Set(["GET true", "PUT true", "DELETE true"]));
  bucket.close();
  bucket.closeAllConnections();
});

test("a bucket that points elsewhere is not followed there, neither with a picture nor for one", async () => {
  const asked: string[] = [];
  const bucket: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((ready) => bucket.listen(0, "127.0.0.1", ready));
  const { port } = bucket.address() as AddressInfo;
  const store = photoStoreAt(`s3://KEY:SECRET@127.0.0.1:${port}/photos?insecure=1`);
  const key = "0123456789abcdef0123456789abcdef";
  await expect(store.put(key, picture)).rejects.toThrow();
  await expect(store.get(key)).rejects.toThrow();
  expect(asked).toEqual([`PUT /photos/${key}`, `GET /photos/${key}`]);
  bucket.close();
  bucket.closeAllConnections();
});
