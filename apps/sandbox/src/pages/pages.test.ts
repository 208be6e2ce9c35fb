import { beforeEach, expect, test } from "vitest";
import { demoShops } from "../demo/index.ts";
import { loadShop } from "../load/load-shop.ts";
import { orderTotal } from "../orders/totals.ts";
import { accountFor } from "../store-credit/find-account.ts";
import { brokenAccounts } from "../store-credit/invariant.ts";
import { credit } from "../store-credit/spend.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { World } from "../world/world.ts";
import { pages } from "./index.ts";

let world: World;
let shops: ShopWorld[];

beforeEach(() => {
  world = new World({ publicUrl: "http://sandbox", appKey: "key", appSecret: "secret" });
  shops = demoShops().map((description) => loadShop(world, description));
});

async function read(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await pages(world, new Request(`http://sandbox${path}`));
  if (!response) throw new Error(`Nobody answers ${path}`);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function send(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  const response = await pages(
    world,
    new Request(`http://sandbox${path}`, { method: "POST", body, headers }),
  );
  if (!response) throw new Error(`Nobody answers ${path}`);
  return response;
}

function bloom(): ShopWorld {
  const shop = world.shop("bloom");
  if (!shop) throw new Error("Bloom is not loaded");
  return shop;
}

function adaIn(shop: ShopWorld) {
  const ada = shop.customers.find(({ email }) => email === "ada@example.com");
  if (!ada) throw new Error("Ada is not a customer");
  return ada;
}

/** Gives Ada some credit and answers her account. */
function giveAda(shop: ShopWorld, amount: bigint) {
  const account = accountFor(shop, { type: "Customer", id: adaIn(shop).id }, "USD");
  credit(shop, account, {
    amount,
    event: "ADJUSTMENT",
    issuer: { kind: "setup", name: "Test", requestId: null },
  });
  return account;
}

function letter(part: { html?: string | null; subject?: string; headers?: Record<string, string> }) {
  return world.letters.save({
    id: world.nextId("Letter"),
    resendId: "re-1",
    from: "Kept <credit@kept.example>",
    to: ["ada@example.com"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Your credit",
    html: "<p>You have credit</p>",
    text: "You have credit",
    headers: {},
    tags: [],
    createdAt: world.now().toISOString(),
    idempotencyKey: "notification/1",
    digest: "",
    ...part,
  });
}

test("every page of every demo shop opens and says that it is a stand-in", async () => {
  for (const shop of shops) {
    const at = `/store/${shop.shop.handle}`;
    const places = [
      at,
      `${at}/orders`,
      ...shop.orders.all().map(({ id }) => `${at}/orders/${id}`),
      `${at}/customers`,
      ...shop.customers.all().map(({ id }) => `${at}/customers/${id}`),
      ...shop.accounts.all().map(({ id, owner }) => `${at}/customers/${owner.id}/store-credit/${id}`),
      `${at}/checkout`,
      `${at}/settings/customer_accounts`,
    ];
    for (const place of places) {
      const page = await read(place);
      expect(page.status, place).toBe(200);
      expect(page.text, place).toContain("Shopify stand-in");
    }
  }
});

test("the front page leads to every shop, the mailbox and the control API", async () => {
  const { text } = await read("/");
  for (const place of ["/store/bloom", "/store/fjord", "/store/kumo", "/mailbox"])
    expect(text).toContain(`href="${place}"`);
  expect(text).toContain("/control/shops");
});

test("an order is found by its number as well as by its id", async () => {
  expect((await read("/store/bloom/orders/1001")).text).toContain("Meadow Linen Shirt");
});

test("an address that leads nowhere says so with a 404", async () => {
  for (const place of [
    "/store/nowhere",
    "/store/bloom/orders/77",
    "/store/bloom/customers/1",
    "/store/bloom/x",
    "/mailbox/99",
  ])
    expect((await read(place)).status, place).toBe(404);
});

test("what a shop's products are called is never taken for markup", async () => {
  const evil = `<img src=x onerror=alert(1)>"'&`;
  for (const order of bloom().orders.all()) for (const line of order.lines) line.title = evil;
  for (const product of bloom().products.all()) product.title = evil;
  adaIn(bloom()).firstName = evil;
  const places = [
    "",
    "/orders",
    "/orders/1001",
    "/customers",
    `/customers/${adaIn(bloom()).id}`,
    "/checkout",
  ];
  for (const place of places) {
    const { text } = await read(`/store/bloom${place}`);
    expect(text, place).not.toContain("<img src=x");
    expect(text, place).toContain("&lt;img src=x onerror=alert(1)&gt;");
  }
});

test("a search is shown back as text", async () => {
  const { text } = await read(`/store/bloom/orders?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(text).not.toContain("<script>alert");
});

test("a letter's markup is shown in a frame that can run nothing, and its subject as text", async () => {
  const { id } = letter({
    subject: "<script>alert(1)</script>",
    html: '<head></head><script>alert(2)</script><a href="https://shop.example/a?b=1&amp;c=2">Use it</a>',
  });
  const page = await read(`/mailbox/${id}`);
  expect(page.text).not.toContain("<script>alert");
  expect(page.text).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(page.text).toContain("https://shop.example/a?b=1&amp;c=2");
  expect(page.text).toContain("notification/1");
  const inside = await read(`/mailbox/${id}/html`);
  expect(inside.headers.get("content-security-policy")).toMatch(
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
  );
  expect(inside.text).toContain('<base target="_blank">');
  expect((await read("/mailbox")).text).not.toContain("<script>alert");
});

test("a letter is also found by the id that Resend would have answered", async () => {
  letter({});
  expect((await read("/mailbox/re-1?view=text")).text).toContain("You have credit");
});

test("pictures come with their type and may be kept, and nothing else of the disk comes at all", async () => {
  const picture = await read("/cdn/bloom/meadow-shirt.webp");
  expect(picture.headers.get("content-type")).toBe("image/webp");
  expect(picture.headers.get("cache-control")).toContain("max-age");
  expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  for (const place of [
    "/cdn/bloom/README.md",
    "/cdn/..%2f..%2fsrc/main.ts",
    "/cdn/bloom/..%2F..%2Fpackage.json",
    "/assets/..%2findex.ts",
  ])
    expect((await read(place)).status, place).toBe(404);
});

test("a checkout that spends credit reduces the balance, and the card pays the rest", async () => {
  const shop = bloom();
  const account = giveAda(shop, 3_000n);
  const scarf = shop.products.find(({ handle }) => handle === "poppy-scarf");
  const fields = { customer: String(adaIn(shop).id), [`buy-${scarf?.variants[0]?.id}`]: "1", credit: "use" };
  const response = await send("/store/bloom/checkout", fields);
  expect(response.status).toBe(303);
  expect(account.balance).toBe(0n);
  const order = shop.orders.all().at(-1);
  expect(order?.name).toBe("#1031");
  expect(order?.transactions.map(({ gateway, amount }) => [gateway, amount])).toEqual([
    ["shopify_store_credit", 3_000n],
    ["shopify_payments", 600n],
  ]);
  const spent = shop.movementsOf(account.id).at(-1);
  expect(spent).toMatchObject({
    type: "debit",
    amount: -3_000n,
    event: "ORDER_PAYMENT",
    origin: { orderId: order?.id },
  });
  expect(brokenAccounts(shop)).toEqual([]);
});

test("with store credit switched off, a checkout leaves the balance alone", async () => {
  const shop = bloom();
  const account = giveAda(shop, 3_000n);
  await send("/store/bloom/settings/customer_accounts", { version: "NEW_CUSTOMER_ACCOUNTS" });
  expect(shop.shop.storeCreditEnabled).toBe(false);
  const variant = shop.products.all()[0]?.variants[0]?.id;
  await send("/store/bloom/checkout", {
    customer: String(adaIn(shop).id),
    [`buy-${variant}`]: "1",
    credit: "use",
  });
  expect(account.balance).toBe(3_000n);
});

test("staff add and take credit, and what is not there cannot be taken", async () => {
  const shop = bloom();
  const at = `/store/bloom/customers/${adaIn(shop).id}/store-credit`;
  expect(
    (await send(at, { act: "credit", currency: "USD", amount: "12,50", note: "Sorry for the delay" })).status,
  ).toBe(303);
  const [account] = shop.accountsOf(adaIn(shop).id);
  expect(account?.balance).toBe(1_250n);
  const refused = await send(at, { act: "debit", currency: "USD", amount: "12.51" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="12.51"');
  await send(at, { act: "debit", currency: "USD", amount: "2.50" });
  expect(account?.balance).toBe(1_000n);
  expect((await read(`${at}/${account?.id}`)).text).toContain("Sorry for the delay");
  expect(brokenAccounts(shop)).toEqual([]);
});

test("an amount that is none, or finer than the currency, is refused beside what was typed", async () => {
  const kumo = world.shop("kumo");
  const haru = kumo?.customers.find(({ email }) => email === "haru@example.com");
  for (const amount of ["ten", "-5", "1e3", "10.5", ""]) {
    const at = `/store/kumo/customers/${haru?.id}/store-credit`;
    expect((await send(at, { act: "credit", currency: "JPY", amount })).status, amount).toBe(422);
  }
});

test("staff refund one of two shirts as store credit: the customer has what the shirt cost with its tax", async () => {
  const shop = bloom();
  const order = shop.orderByName("#1001");
  const shirt = order?.lines[0];
  await send(`/store/bloom/orders/${order?.id}`, {
    act: "refund",
    [`line-${shirt?.id}`]: "1",
    to: "store_credit",
  });
  const [account] = shop.accountsOf(adaIn(shop).id);
  expect(account?.balance).toBe(2_165n);
  expect((await read(`/store/bloom/orders/${order?.id}`)).text).toContain("1 refunded");
  expect(brokenAccounts(shop)).toEqual([]);
});

test("staff cannot refund more than was paid, nor cancel what has been sent", async () => {
  const order = bloom().orderByName("#1001");
  const at = `/store/bloom/orders/${order?.id}`;
  expect((await send(at, { act: "refund", amount: "5000", to: "original" })).status).toBe(422);
  expect((await send(at, { act: "cancel", reason: "CUSTOMER", to: "original" })).status).toBe(422);
  expect(order?.refunds).toEqual([]);
});

test("staff cancel an order that is still here, and everything goes back", async () => {
  const order = bloom().orderByName("#1013");
  if (!order) throw new Error("No #1013");
  expect(
    (await send("/store/bloom/orders/1013", { act: "cancel", reason: "INVENTORY", to: "original" })).status,
  ).toBe(303);
  expect(order.cancelledAt).not.toBeNull();
  expect(order.transactions.filter(({ kind }) => kind === "REFUND").map(({ amount }) => amount)).toEqual([
    orderTotal(order),
  ]);
});

test("a form of another site is not obeyed", async () => {
  const fields = { act: "cancel", reason: "OTHER", to: "original" };
  const headers = { origin: "https://elsewhere.example", host: "sandbox" };
  expect((await send("/store/bloom/orders/1013", fields, headers)).status).toBe(403);
  expect(bloom().orderByName("#1013")?.cancelledAt).toBeNull();
});
