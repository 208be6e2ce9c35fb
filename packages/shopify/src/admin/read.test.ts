import { afterEach, expect, test, vi } from "vitest";
import { readCustomer } from "../customer/read-customer.ts";
import { type RawShop, rawShop, respond } from "../testing/raw-shop.ts";
import { openAdmin } from "./admin.ts";
import type { Patience } from "./line.ts";

const shops: RawShop[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(shops.splice(0).map((shop) => shop.close()));
});

const nobody = { data: { customer: null } };
const throttled = {
  errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
  extensions: cost(30, 20),
};

async function ask(
  behave: Parameters<typeof rawShop>[0],
  patience: Partial<Patience> = { readMs: 1_000, readDeadlineMs: 30_000 },
) {
  const shop = await rawShop(behave);
  shops.push(shop);
  const admin = openAdmin(shop.url, "2026-10", { shop: "bloom.myshopify.com", accessToken: "x", patience });
  return { shop, admin, answer: readCustomer(admin, "gid://shopify/Customer/1") };
}

test("a throttled question waits until the points are back, and is asked again", async () => {
  const started = performance.now();
  const { shop, answer } = await ask((socket, _, count) =>
    respond(socket, 200, count === 1 ? throttled : nobody),
  );
  expect(await answer).toBeNull();
  expect(shop.requests).toHaveLength(2);
  expect(performance.now() - started).toBeGreaterThanOrEqual(95);
});

test("a stumble is asked over: an error, a cut, a silence", async () => {
  const { shop, answer } = await ask((socket, _, count) => {
    if (count === 1) respond(socket, 503, "no");
    else if (count === 2) socket.resetAndDestroy();
    else if (count === 3) return;
    else respond(socket, 200, nobody);
  });
  expect(await answer).toBeNull();
  expect(shop.requests).toHaveLength(4);
});

test("it does not ask for ever", async () => {
  // Pauses of 125, 250 and 500 ms; the next would end after the deadline, which leaves the last try the better part of a second.
  vi.spyOn(Math, "random").mockReturnValue(1);
  const { shop, answer } = await ask((socket) => respond(socket, 500, "no"), { readDeadlineMs: 1_850 });
  await expect(answer).rejects.toMatchObject({
    name: "ShopifyUnavailable",
    reason: "server_error",
    requestId: "req-1",
  });
  expect(shop.requests).toHaveLength(4);
});

test("where somebody waits for an answer until then, nothing is asked after it", async () => {
  const patience = { readMs: 300, readDeadlineMs: 2_000, readUntil: performance.now() };
  const { shop, answer } = await ask((socket) => respond(socket, 200, nobody), patience);
  await expect(answer).rejects.toMatchObject({ reason: "too_slow" });
  expect(shop.requests).toEqual([]);
});

test.each([
  [401, "unauthorized"],
  [402, "payment_required"],
  [403, "forbidden"],
  [404, "not_found"],
])("status %d is asked once: asking again would not help", async (status, reason) => {
  const { shop, answer } = await ask((socket) => respond(socket, status, "no"));
  await expect(answer).rejects.toMatchObject({ reason });
  expect(shop.requests).toHaveLength(1);
});

test("a missing permission is named as one", async () => {
  const denied = { data: null, errors: [{ message: "no", extensions: { code: "ACCESS_DENIED" } }] };
  const { shop, answer } = await ask((socket) => respond(socket, 200, denied));
  await expect(answer).rejects.toMatchObject({ reason: "access_denied" });
  expect(shop.requests).toHaveLength(1);
});

test("questions share a connection, and tell the points that are left", async () => {
  const { shop, admin, answer } = await ask((socket) =>
    respond(socket, 200, { ...nobody, extensions: cost(10, 1990) }),
  );
  await answer;
  await readCustomer(admin, "gid://shopify/Customer/2");
  expect(shop.connections()).toBe(1);
  expect(admin.throttle()).toEqual({
    maximumAvailable: 2000,
    currentlyAvailable: 1990,
    restoreRate: 100,
    requestedCost: 10,
    actualCost: 10,
  });
});

function cost(price: number, currentlyAvailable: number) {
  const throttleStatus = { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 };
  return { cost: { requestedQueryCost: price, actualQueryCost: price, throttleStatus } };
}
