import { expect, test } from "vitest";
import { control } from "../control/control.ts";
import { install } from "../oauth/install.ts";
import { demoVisit } from "../pages/testing.ts";
import { openShop } from "../testing/stand-in.ts";
import type { World } from "../world/world.ts";

const topics = [
  "app/scopes_update",
  "app/uninstalled",
  "customer_account_settings/update",
  "customers/create",
  "customers/purchasing_summary",
  "customers/update",
  "order_transactions/create",
  "orders/cancelled",
  "orders/create",
  "orders/updated",
  "refunds/create",
  "returns/approve",
  "returns/close",
  "returns/reopen",
];

/** Subscribes to everything; what comes after is what was put into the post since the last look. */
async function hearing(world: World, shop: string) {
  await ask(world, "POST", "/control/webhooks", { shop, topics, address: "http://127.0.0.1:9/hooks" });
  let seen = 0;
  return () => {
    const letters = world.deliveries.all().slice(seen);
    seen += letters.length;
    return letters.map(({ topic, body }) => ({ topic, body: JSON.parse(body) }));
  };
}

async function ask(world: World, method: string, path: string, body: unknown = null) {
  const url = new URL(`http://sandbox${path}`);
  const reply = await control(world, {
    method,
    url,
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    requestId: "r",
  });
  return JSON.parse(String(reply.body));
}

const names = (letters: readonly { topic: string }[]) => letters.map(({ topic }) => topic).sort();

test("what a customer buys is told, payments and purchasing summary too", async () => {
  const { world, bloom, ada, send } = demoVisit();
  const heard = await hearing(world, "bloom");
  const variant = bloom.products.all()[0]?.variants[0]?.id;
  await send("/store/bloom/checkout", { customer: String(ada.id), [`buy-${variant}`]: "1" });
  const letters = heard();
  expect(names(letters)).toEqual([
    "customers/purchasing_summary",
    "order_transactions/create",
    "orders/create",
  ]);
  expect(letters.find(({ topic }) => topic === "orders/create")?.body.id).toBe(bloom.orders.all().at(-1)?.id);
});

test("a refund by hand is told like an app's own", async () => {
  const { world, bloom, send } = demoVisit();
  const heard = await hearing(world, "bloom");
  const order = bloom.orderByName("1001");
  const response = await send(`/store/bloom/orders/${order?.id}`, {
    act: "refund",
    amount: "1.00",
    to: "original",
  });
  expect(response.status).toBe(303);
  const letters = heard();
  expect(names(letters)).toEqual(["order_transactions/create", "orders/updated", "refunds/create"]);
  expect(letters.find(({ topic }) => topic === "refunds/create")?.body).toMatchObject({
    order_id: order?.id,
    return: null,
  });
});

test("an order cancelled by hand is told as cancelled, updated and refunded", async () => {
  const { world, bloom, ada, send } = demoVisit();
  const variant = bloom.products.all()[0]?.variants[0]?.id;
  await send("/store/bloom/checkout", { customer: String(ada.id), [`buy-${variant}`]: "1" });
  const heard = await hearing(world, "bloom");
  await send(`/store/bloom/orders/${bloom.orders.all().at(-1)?.id}`, { act: "cancel", reason: "CUSTOMER" });
  expect(names(heard())).toEqual([
    "order_transactions/create",
    "orders/cancelled",
    "orders/updated",
    "refunds/create",
  ]);
});

test("a switch under customer accounts is told once it really changes", async () => {
  const { world, send } = demoVisit();
  const heard = await hearing(world, "bloom");
  const at = "/store/bloom/settings/customer_accounts";
  await send(at, { storeCredit: "on", version: "NEW_CUSTOMER_ACCOUNTS" });
  expect(heard()).toEqual([]);
  await send(at, { storeCredit: "on", version: "CLASSIC" });
  expect(heard()).toMatchObject([
    {
      topic: "customer_account_settings/update",
      body: { url: null, customer_accounts_version: "classic" },
    },
  ]);
});

test("permissions granted anew and an uninstallation reach the app", async () => {
  const bloom = openShop({}, ["read_orders"]);
  const heard = await hearing(bloom.world, bloom.domain);
  await ask(bloom.world, "POST", "/control/installations", { shop: bloom.domain, scopes: ["write_orders"] });
  expect(heard()).toMatchObject([
    {
      topic: "app/scopes_update",
      body: { previous: ["read_orders"], current: ["write_orders", "read_orders"] },
    },
  ]);
  await ask(bloom.world, "DELETE", `/control/installations?shop=${bloom.domain}`);
  expect(heard()).toMatchObject([{ topic: "app/uninstalled", body: { myshopify_domain: bloom.domain } }]);
});

test("customers and orders that an app changes are told to every app", async () => {
  const bloom = openShop();
  const heard = await hearing(bloom.world, bloom.domain);
  const made = await bloom.data(
    `mutation { customerCreate(input: { email: "grace@example.com" }) { customer { id } } }`,
  );
  const { id } = made.customerCreate.customer;
  await bloom.data(
    `mutation($id: ID!) { customerUpdate(input: { id: $id, note: "Regular" }) { customer { id } } }`,
    { id },
  );
  const order = `gid://shopify/Order/${bloom.shop.orderByName("1001")?.id}`;
  await bloom.data(`mutation($id: ID!) { orderUpdate(input: { id: $id, note: "Gift" }) { order { id } } }`, {
    id: order,
  });
  expect(names(heard())).toEqual(["customers/create", "customers/update", "orders/updated"]);
});

test("the app is called by its name, and keeps the one it was given", () => {
  const { world, shop } = openShop();
  expect(shop.installations.all()[0]?.appName).toBe("Kept");
  install(world, shop, { scopes: [], expiring: false, appName: "Kept (staging)" });
  expect(install(world, shop, { scopes: [], expiring: false }).appName).toBe("Kept (staging)");
  expect(install(world, shop, { scopes: [], expiring: false, appKey: "other" }).appName).toBe("other");
});
