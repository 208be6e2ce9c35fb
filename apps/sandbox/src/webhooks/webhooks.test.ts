import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterEach, expect, test } from "vitest";
import { openShop } from "../testing/stand-in.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** An app's webhook address that answers with the given status, and keeps what came. */
async function receiver(status = 200) {
  const heard: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    heard.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  return { heard, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks` };
}

const subscribe = `mutation($topic: WebhookSubscriptionTopic!, $uri: String!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) { webhookSubscription { id topic uri } userErrors { message } } }`;
const cancel = `mutation($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false, refundMethod: { originalPaymentMethodsRefund: true }) { orderCancelUserErrors { message } } }`;

async function listening(status: number) {
  const bloom = openShop({
    orders: [{ number: 1001, customer: "ada", lines: [{ variant: "SHIRT", quantity: 3 }] }],
  });
  const app = await receiver(status);
  const made = await bloom.data(subscribe, { topic: "REFUNDS_CREATE", uri: app.address });
  expect(made.webhookSubscriptionCreate.userErrors).toEqual([]);
  const order = `gid://shopify/Order/${bloom.shop.orderByName("1001")?.id}`;
  return { bloom, app, order };
}

test("a refund is told to the app, signed on the raw bytes so that Shopify's own library believes it", async () => {
  const { bloom, app, order } = await listening(200);
  await bloom.data(cancel, { id: order });
  await expect.poll(() => app.heard.length).toBe(1);
  const { headers, body } = app.heard[0] ?? { headers: {}, body: "" };
  expect(headers["x-shopify-topic"]).toBe("refunds/create");
  expect(JSON.parse(body)).toMatchObject({ order_id: bloom.shop.orderByName("1001")?.id });
  const library = shopifyApi({
    apiKey: "kept-local",
    apiSecretKey: "shpss_kept_local",
    hostName: "app.test",
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: false,
    logger: { level: LogSeverity.Error },
  });
  const rawRequest = new Request("https://app.test/hooks", { method: "POST", headers, body });
  expect(await library.webhooks.validate({ rawBody: body, rawRequest })).toMatchObject({
    valid: true,
    domain: bloom.domain,
  });
  expect(await library.webhooks.validate({ rawBody: `${body} `, rawRequest })).toMatchObject({
    valid: false,
  });
});

test("what did not arrive is tried again at once when somebody asks for it", async () => {
  const { bloom, app, order } = await listening(500);
  await bloom.data(cancel, { id: order });
  const attempts = () => bloom.world.deliveries.all().map((delivery) => delivery.attempts.length);
  await expect.poll(attempts).toEqual([1]);
  expect(bloom.world.post.hurry(bloom.shop)).toBe(1);
  await expect.poll(attempts).toEqual([2]);
  expect(app.heard).toHaveLength(2);
});

test("a failing app is tried eight more times in four hours with the same letter, and then its subscription is gone", async () => {
  const { bloom, app, order } = await listening(500);
  await bloom.data(cancel, { id: order });
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await expect.poll(() => bloom.world.deliveries.all()[0]?.attempts.length).toBe(attempt);
    bloom.world.setClock({ offsetMs: bloom.world.clock.offsetMs + 3 * 3_600_000, stoppedAt: null });
    bloom.world.post.wake();
  }
  expect(new Set(app.heard.map((entry) => entry.headers["x-shopify-webhook-id"])).size).toBe(1);
  expect(bloom.shop.subscriptions.size).toBe(0);
  expect(bloom.world.deliveries.all().every((entry) => entry.nextAt === null)).toBe(true);
});

test("webhooks may come twice, or wrongly signed", async () => {
  const { bloom, app, order } = await listening(200);
  bloom.world.faults.add({ kind: "webhook-duplicate", operation: "refunds/create" });
  bloom.world.faults.add({ kind: "webhook-forge", operation: "refunds/create" });
  await bloom.data(cancel, { id: order });
  await expect.poll(() => app.heard.length).toBe(2);
  expect(app.heard[0]?.headers["x-shopify-webhook-id"]).toBe(app.heard[1]?.headers["x-shopify-webhook-id"]);
});
