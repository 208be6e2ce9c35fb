import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, tables } from "@kept/database";
import {
  approveReturn as approveInShopify,
  cancelReturn as cancelInShopify,
  closeReturn as closeInShopify,
  declineReturn as declineInShopify,
} from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { approveReturn, dismissAttention, followReturn, mirrorReturn, readReturn } from "../return/index.ts";
import { webhookTopics, workerContext } from "../shop/index.ts";
import { askForReturn, openWorld, standingOf, type TestWorld, value } from "../testing/index.ts";
import { followWebhooks, receiveWebhook, sweepShop } from "./index.ts";

let world: TestWorld;
let post: { close(): void; heard: string[] };
const orders = Array.from({ length: 12 }, (_, i) => ({
  name: `#${1001 + i}`,
  lines: [{ title: "Linen shirt", price: "20.00", quantity: 2 }],
}));

beforeAll(async () => {
  world = await openWorld({ orders });
  post = await openPostBox(world);
});
afterAll(async () => {
  post.close();
  await world.close();
});

test("a request that staff approve in Shopify is approved here, once, by Shopify", async () => {
  const { number, gid } = await mirrored("#1001");
  await approveInShopify(await world.owner.admin(), { returnId: gid });
  await hear("returns/approve");
  const detail = await readReturn(world.owner, number);
  expect(detail?.status).toBe("approved");
  expect(detail?.events.filter(({ kind }) => kind === "approved").map(({ actor }) => actor.kind)).toEqual([
    "shopify",
  ]);
});

test("a request that staff decline in Shopify is declined here, in their words", async () => {
  const { number, gid } = await mirrored("#1002");
  await declineInShopify(await world.owner.admin(), { returnId: gid, reason: "OTHER", note: "Worn." });
  await hear("returns/decline");
  const detail = await readReturn(world.owner, number);
  expect(detail?.status).toBe("declined");
  expect(detail?.events.at(-1)).toMatchObject({ kind: "declined", detail: { reason: "Worn." } });
});

test("an approved return that staff cancel in Shopify is cancelled here", async () => {
  const { number, gid } = await mirrored("#1003");
  value(await approveReturn(world.owner, { number }));
  await world.work();
  await cancelInShopify(await world.owner.admin(), { returnId: gid });
  await hear("returns/cancel");
  expect((await readReturn(world.owner, number))?.status).toBe("cancelled");
});

test("a refund by hand stops the return for a person, and no credit is issued until one decided", async () => {
  const { number, id } = await mirrored("#1004");
  value(await approveReturn(world.owner, { number }));
  await world.work();
  const order = await orderOf(id);
  await world.standIn.refundByHand(world.domain, order, { act: "refund", amount: "5.00", to: "original" });
  await Promise.all([1, 2, 3].map(() => followReturn(world.owner, id))); // several webhooks tell of one act
  await hear("refunds/create");
  const stopped = await readReturn(world.owner, number);
  expect(stopped?.attention).toBe("refunded_in_shopify");
  expect(stopped?.events.filter(({ kind }) => kind === "needs_decision")).toHaveLength(1);
  expect(await issueCredit(world.owner, { number })).toMatchObject({ error: { code: "NeedsDecision" } });

  value(await dismissAttention(world.owner, { number, reason: "That was for the late parcel" }));
  await world.standIn.refundByHand(world.domain, order, { act: "refund", amount: "1.00", to: "original" });
  await hear("refunds/create");
  const detail = await readReturn(world.owner, number);
  expect(detail?.attention).toBe("refunded_in_shopify");
  expect(detail?.events.filter(({ kind }) => kind === "needs_decision")).toHaveLength(2);
});

test("our own credit is nobody else's act: its webhooks change nothing", async () => {
  const { number } = await mirrored("#1005");
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  await hear("refunds/create", "returns/process");
  expect((await readReturn(world.owner, number))?.attention).toBeNull();
  expect((await standingOf(world, number))[0]).toBe("issued");
});

test("a return that staff close in Shopify waits for a person, and goes on when it is reopened", async () => {
  const { number, gid } = await mirrored("#1006");
  value(await approveReturn(world.owner, { number }));
  await world.work();
  await closeInShopify(await world.owner.admin(), { returnId: gid });
  await hear("returns/close");
  expect((await readReturn(world.owner, number))?.attention).toBe("closed_in_shopify");
});

test("a customer who pays with credit is seen to have spent it as soon as they have, and others are not asked about", async () => {
  const { number } = await mirrored("#1010");
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  const { credits, returns } = tables;
  const creditOf = async () => {
    const [row] = await world.owner.inShop((tx) =>
      tx
        .select({ state: credits.state, customer: credits.customerGid })
        .from(credits)
        .innerJoin(returns, eq(returns.id, credits.returnId))
        .where(eq(returns.number, number)),
    );
    return row;
  };
  const before = await creditOf();
  expect(before?.state).toBe("unspent");
  await world.standIn.buyWithCredit(world.domain, before?.customer ?? "");
  await hear("orders/create");
  expect((await creditOf())?.state).not.toBe("unspent");

  const webhook = telling("orders/create", { id: 1, customer: { id: 4711 } });
  expect(await receiveWebhook(world.tools, webhook)).toBe("kept");
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  if (ctx) await followWebhooks(ctx, [webhook.webhookId]);
  const events = await world.owner.inShop((tx) => tx.select().from(tables.webhookEvents));
  expect(events.find(({ webhookId }) => webhookId === webhook.webhookId)?.outcome).toBe("not_ours");
});

test("what no webhook told is found by the night's comparison", async () => {
  const { number, gid } = await mirrored("#1009");
  await approveInShopify(await world.owner.admin(), { returnId: gid });
  await sweepShop(world.owner);
  expect((await readReturn(world.owner, number))?.status).toBe("approved");
});

test("a webhook told two hundred times at once has one effect", async () => {
  const { gid } = await mirrored("#1007");
  const webhook = telling("returns/update", { id: Number(gid.split("/").at(-1)) });
  const receptions = await Promise.all(
    Array.from({ length: 200 }, () => receiveWebhook(world.tools, webhook)),
  );
  expect(receptions.filter((each) => each === "kept")).toHaveLength(1);
  expect(receptions.filter((each) => each === "known")).toHaveLength(199);
});

test("a body under another shop's name, under another topic, or about nothing has no effect", async () => {
  const other = await openWorld({ orders: [] });
  const { number, gid } = await mirrored("#1008");
  await approveInShopify(await world.owner.admin(), { returnId: gid });
  const webhook = telling("returns/approve", { id: Number(gid.split("/").at(-1)) }, other.domain);
  expect(await receiveWebhook(other.tools, webhook)).toBe("kept");
  const ctx = await workerContext(other.tools, other.owner.shop.id);
  if (ctx) await followWebhooks(ctx, [webhook.webhookId]);
  const [event] = await other.owner.inShop((tx) => tx.select().from(tables.webhookEvents));
  expect(event?.outcome).toBe("not_ours");
  expect((await readReturn(world.owner, number))?.status).toBe("requested");

  for (const [topic, body] of [
    ["shop/redact", { shop_id: 1, shop_domain: other.domain }],
    ["shop/redact", { shop_id: 1, shop_domain: world.domain, customer: { id: 1 } }],
    ["customers/redact", { shop_domain: world.domain, customer: { id: 1 }, orders_requested: [] }],
    ["returns/approve", { id: "1; drop table" }],
    ["carts/create", { id: 1 }],
  ] as const)
    expect(await receiveWebhook(world.tools, telling(topic, body))).toBe("not_for_us");
  await other.close();
});

test("a changed signature or body is refused and leaves no row", async () => {
  const webhook = telling("shop/update", {});
  expect(await receiveWebhook(world.tools, { ...webhook, signature: `${webhook.signature}x` })).toBe(
    "forged",
  );
  expect(await receiveWebhook(world.tools, { ...webhook, body: Buffer.from("{} ") })).toBe("forged");
  const rows = await world.owner.inShop((tx) => tx.select().from(tables.webhookEvents));
  expect(rows.map(({ webhookId }) => webhookId)).not.toContain(webhook.webhookId);
});

async function mirrored(order: string) {
  const { number } = await askForReturn(world, { order });
  const detail = await readReturn(world.owner, number);
  const mirror = await mirrorReturn(world.owner, detail?.id ?? "");
  return { number, id: detail?.id ?? "", gid: mirror?.id ?? "" };
}

async function orderOf(id: string): Promise<string> {
  const rows = await world.owner.inShop((tx) => tx.select().from(tables.returns));
  return rows.find((row) => row.id === id)?.orderGid ?? "";
}

/** Waits until these topics were heard since the last time, and everything that was told was followed. */
async function hear(...topics: string[]): Promise<void> {
  for (let passed = 0; !topics.every((topic) => post.heard.includes(topic)); passed += 20) {
    if (passed > 8_000) throw new Error(`Only heard ${post.heard.join(", ")}`);
    await new Promise((later) => setTimeout(later, 20));
  }
  post.heard.length = 0;
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  const events = await world.owner.inShop((tx) => tx.select().from(tables.webhookEvents));
  const failed =
    ctx &&
    (await followWebhooks(
      ctx,
      events.map(({ webhookId }) => webhookId),
    ));
  expect(failed).toEqual(new Map());
}

function telling(topic: string, body: object, shop = world.domain) {
  const bytes = Buffer.from(JSON.stringify(body));
  const signature = createHmac("sha256", "shpss_kept_local").update(bytes).digest("base64");
  return { body: bytes, signature, topic, shop, webhookId: randomUUID() };
}

/** What the dashboard's route does, for the stand-in to post to. */
async function openPostBox({ tools, standIn, domain }: TestWorld) {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const header = (name: string) => String(request.headers[`x-shopify-${name}`] ?? "");
    const reception = await receiveWebhook(tools, {
      body: Buffer.concat(chunks),
      signature: header("hmac-sha256"),
      topic: header("topic"),
      shop: header("shop-domain"),
      webhookId: header("webhook-id"),
    });
    heard.push(header("topic"));
    response.writeHead(reception === "forged" ? 401 : 200).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await standIn.subscribe(domain, webhookTopics, address);
  return { heard, close: () => server.close() };
}
