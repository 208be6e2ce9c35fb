import { expect, test } from "vitest";
import { orderTotal } from "../../orders/totals.ts";
import { accountFor } from "../../store-credit/find-account.ts";
import { brokenAccounts } from "../../store-credit/invariant.ts";
import { credit } from "../../store-credit/spend.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import { demoVisit } from "../testing.ts";

test("a checkout that spends credit reduces the balance, and the card pays the rest", async () => {
  const { ada, bloom, send } = demoVisit();
  const account = giveAda(bloom, ada.id, 3_000n);
  const scarf = bloom.products.find(({ handle }) => handle === "poppy-scarf");
  const fields = { customer: String(ada.id), [`buy-${scarf?.variants[0]?.id}`]: "1", credit: "use" };
  const response = await send("/store/bloom/checkout", fields);
  expect(response.status).toBe(303);
  expect(account.balance).toBe(0n);
  const order = bloom.orders.all().at(-1);
  expect(order?.name).toBe("#1031");
  expect(order?.transactions.map(({ gateway, amount }) => [gateway, amount])).toEqual([
    ["shopify_store_credit", 3_000n],
    ["shopify_payments", 600n],
  ]);
  const spent = bloom.movementsOf(account.id).at(-1);
  expect(spent).toMatchObject({
    type: "debit",
    amount: -3_000n,
    event: "ORDER_PAYMENT",
    origin: { orderId: order?.id },
  });
  expect(brokenAccounts(bloom)).toEqual([]);
});

test("with store credit switched off, a checkout leaves the balance alone", async () => {
  const { ada, bloom, send } = demoVisit();
  const account = giveAda(bloom, ada.id, 3_000n);
  await send("/store/bloom/settings/customer_accounts", { version: "NEW_CUSTOMER_ACCOUNTS" });
  expect(bloom.shop.storeCreditEnabled).toBe(false);
  const variant = bloom.products.all()[0]?.variants[0]?.id;
  await send("/store/bloom/checkout", {
    customer: String(ada.id),
    [`buy-${variant}`]: "1",
    credit: "use",
  });
  expect(account.balance).toBe(3_000n);
});

test("staff add and take credit, and what is not there cannot be taken", async () => {
  const { bloom, ada, read, send } = demoVisit();
  const at = `/store/bloom/customers/${ada.id}/store-credit`;
  expect(
    (await send(at, { act: "credit", currency: "USD", amount: "12,50", note: "Sorry for the delay" })).status,
  ).toBe(303);
  const [account] = bloom.accountsOf(ada.id);
  expect(account?.balance).toBe(1_250n);
  const refused = await send(at, { act: "debit", currency: "USD", amount: "12.51" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('value="12.51"');
  await send(at, { act: "debit", currency: "USD", amount: "2.50" });
  expect(account?.balance).toBe(1_000n);
  expect((await read(`${at}/${account?.id}`)).text).toContain("Sorry for the delay");
  expect(brokenAccounts(bloom)).toEqual([]);
});

test("an amount that is none, or finer than the currency, is refused beside what was typed", async () => {
  const { world, send } = demoVisit();
  const kumo = world.shop("kumo");
  const haru = kumo?.customers.find(({ email }) => email === "haru@example.com");
  for (const amount of ["ten", "-5", "1e3", "10.5", ""]) {
    const at = `/store/kumo/customers/${haru?.id}/store-credit`;
    expect((await send(at, { act: "credit", currency: "JPY", amount })).status, amount).toBe(422);
  }
});

test("staff refund one of two shirts as store credit: the customer has what the shirt cost with its tax", async () => {
  const { bloom, ada, read, send } = demoVisit();
  const order = bloom.orderByName("#1001");
  const shirt = order?.lines[0];
  await send(`/store/bloom/orders/${order?.id}`, {
    act: "refund",
    [`line-${shirt?.id}`]: "1",
    to: "store_credit",
  });
  const [account] = bloom.accountsOf(ada.id);
  expect(account?.balance).toBe(2_165n);
  expect((await read(`/store/bloom/orders/${order?.id}`)).text).toContain("1 refunded");
  expect(brokenAccounts(bloom)).toEqual([]);
});

test("staff cannot refund more than was paid, nor cancel what has been sent", async () => {
  const { bloom, send } = demoVisit();
  const order = bloom.orderByName("#1001");
  const at = `/store/bloom/orders/${order?.id}`;
  expect((await send(at, { act: "refund", amount: "5000", to: "original" })).status).toBe(422);
  expect((await send(at, { act: "cancel", reason: "CUSTOMER", to: "original" })).status).toBe(422);
  expect(order?.refunds).toEqual([]);
});

test("staff cancel an order that is still here, and everything goes back", async () => {
  const { bloom, send } = demoVisit();
  const order = bloom.orderByName("#1013");
  if (!order) throw new Error("No #1013");
  expect(
    (await send("/store/bloom/orders/1013", { act: "cancel", reason: "INVENTORY", to: "original" })).status,
  ).toBe(303);
  expect(order.cancelledAt).not.toBeNull();
  expect(order.transactions.filter(({ kind }) => kind === "REFUND").map(({ amount }) => amount)).toEqual([
    orderTotal(order),
  ]);
});

test.each<Record<string, string>>([
  { origin: "https://elsewhere.example", host: "sandbox" },
  { origin: "null", host: "sandbox" },
  { origin: "null", "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
])("a form of another site is not obeyed: %o", async (headers) => {
  const { bloom, send } = demoVisit();
  const fields = { act: "cancel", reason: "OTHER", to: "original" };
  expect((await send("/store/bloom/orders/1013", fields, headers)).status).toBe(403);
  expect(bloom.orderByName("#1013")?.cancelledAt).toBeNull();
});

test.each<Record<string, string>>([
  { origin: "http://sandbox", host: "sandbox" },
  { origin: "null", "sec-fetch-site": "same-origin" },
  {},
])("our own form, and a tool's, is: %o", async (headers) => {
  const { send } = demoVisit();
  const fields = { act: "cancel", reason: "OTHER", to: "original" };
  expect((await send("/store/bloom/orders/1013", fields, headers)).status).toBe(303);
});

/** Gives Ada some credit and answers her account. */
function giveAda(shop: ShopWorld, customerId: number, amount: bigint) {
  const account = accountFor(shop, { type: "Customer", id: customerId }, "USD");
  credit(shop, account, {
    amount,
    event: "ADJUSTMENT",
    issuer: { kind: "setup", name: "Test", requestId: null },
  });
  return account;
}
