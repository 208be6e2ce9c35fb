import { add, equal, percentage, subtract, sum } from "@kept/money";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Admin,
  approveReturn,
  connectShopify,
  creditAccount,
  debitAccount,
  declineReturn,
  grantedScopes,
  knowsOrder,
  missingScopes,
  type Order,
  ordersNamed,
  processReturn,
  readBeforeRequest,
  readCreditAccount,
  readCustomer,
  readOrder,
  readReturn,
  readShop,
  refundOrder,
  requestReturn,
  requiredScopes,
  suggestReturnOutcome,
} from "./index.ts";
import { type StandIn, startStandIn } from "./testing/stand-in.ts";

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
}, 60_000);
afterAll(() => standIn?.stop());

async function open(handle: string): Promise<Admin> {
  const shop = `${handle}.myshopify.com`;
  const app = connectShopify({ apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: standIn.url });
  return app.admin({ shop, accessToken: await standIn.install(shop, requiredScopes) });
}

async function orderOf(admin: Admin, name: string, email: string): Promise<Order> {
  const found = (await ordersNamed(admin, name)).find((each) =>
    knowsOrder(each, { kind: "email", text: email }),
  );
  const order = found && (await readOrder(admin, found.id));
  if (!order) throw new Error(`${name} is not there`);
  return order;
}

/** "Unknown": Shopify takes no return without a reason. */
const reasonDefinitionId = "gid://shopify/ReturnReasonDefinition/1";

describe.each([
  ["bloom", "#1001", "ada@example.com"],
  ["fjord", "#2001", "lena@example.com"],
  ["kumo", "#3001", "haru@example.com"],
])("the main job at %s", (handle, name, email) => {
  test("a return becomes store credit, base and bonus, to the minor unit", async () => {
    const admin = await open(handle);
    const order = await orderOf(admin, name.replace("#", ""), email.toUpperCase());
    expect(order).toMatchObject({ name, businessToBusiness: false });
    const customerId = order.customer?.id ?? "";
    const before = await readCreditAccount(admin, { customerId, currency: order.currency });

    const units = order.lines.flatMap((line) => line.returnable.slice(0, 1)).slice(0, 1);
    expect(units).toHaveLength(1);
    const lines = units.map(({ fulfillmentLineItemId }) => ({
      fulfillmentLineItemId,
      quantity: 1,
      reasonDefinitionId,
    }));
    const requested = await requestReturn(admin, { orderId: order.id, lines });
    expect(requested).toMatchObject({ kind: "done", value: { status: "REQUESTED" } });
    const returnId = requested.kind === "done" ? requested.value.id : "";
    expect((await readBeforeRequest(admin, order.id)).returns.map((found) => found.id)).toContain(returnId);

    expect(await approveReturn(admin, { returnId })).toMatchObject({
      kind: "done",
      value: { status: "OPEN" },
    });
    expect(await approveReturn(admin, { returnId })).toMatchObject({
      kind: "refused",
      code: "INVALID_STATE",
    });

    const opened = await readReturn(admin, returnId);
    const returned = (opened?.lines ?? []).map(({ id, quantity }) => ({ id, quantity }));
    const suggested = await suggestReturnOutcome(admin, {
      returnId,
      lines: returned,
      allocation: "STORE_CREDIT",
    });
    if (!suggested) throw new Error("Shopify suggests nothing");
    const base = suggested.amount;
    expect(base.minor).toBeGreaterThan(0n);

    const money = { storeCredit: base };
    const processed = await processReturn(admin, { returnId, lines: returned, money, note: "rsc1:test" });
    expect(processed).toMatchObject({ kind: "done" });
    const again = await processReturn(admin, { returnId, lines: returned, money, note: "rsc1:test" });
    expect(again.kind).not.toBe("done");

    const done = await readReturn(admin, returnId);
    expect(done?.lines.every((line) => line.processed === line.quantity)).toBe(true);
    expect(done?.refunds).toHaveLength(1);
    expect(done?.refunds[0]?.transactions[0]).toMatchObject({
      gateway: "shopify_store_credit",
      amount: base,
    });

    const bonus = percentage(base, 1000);
    const expiresAt = new Date(Date.now() + 365 * 86_400_000);
    expiresAt.setUTCHours(12, 0, 7, 0);
    const credited = await creditAccount(admin, { customerId, amount: bonus, expiresAt });
    expect(credited).toMatchObject({ kind: "done", value: { amount: bonus, expiresAt } });

    const after = await readCreditAccount(admin, { customerId, currency: order.currency });
    expect(equal(subtract(after.balance, before.balance), add(base, bonus))).toBe(true);
    expect(after.transactions.slice(0, 2)).toMatchObject([
      { kind: "credit", event: "ADJUSTMENT", amount: bonus, expiresAt, orderId: null },
      { kind: "credit", event: "ORDER_REFUND", amount: base, orderId: order.id },
    ]);
    expect(after.transactions[0]?.balanceAfter).toEqual(after.balance);
    const fresh = await readOrder(admin, order.id);
    expect(fresh && equal(subtract(fresh.refunded, order.refunded), base)).toBe(true);
  });

  test("the shop says what it is, and what Kept may do there", async () => {
    const admin = await open(handle);
    const shop = await readShop(admin);
    expect(shop).toMatchObject({ domain: `${handle}.myshopify.com`, storeCreditEnabled: true });
    expect(shop.customerAccountsV2).toMatchObject({ version: "new", url: expect.stringContaining("http") });
    expect(missingScopes(await grantedScopes(admin))).toEqual([]);
  });
});

describe("at Bloom & Thread", () => {
  test("every order adds up: payments less refunds are what is left to refund", async () => {
    const admin = await open("bloom");
    const order = await orderOf(admin, "#1001", "ada@example.com");
    const paid = sum(
      order.payments.map((payment) => payment.amount),
      order.currency,
    );
    expect(subtract(paid, order.refunded)).toEqual(order.refundable);
    expect(await readCustomer(admin, order.customer?.id ?? "")).toMatchObject({ email: "ada@example.com" });
  });

  test("the right number with the wrong e-mail is nobody's order", async () => {
    const admin = await open("bloom");
    const [order] = await ordersNamed(admin, "#1001");
    expect(order && knowsOrder(order, { kind: "email", text: "lena@example.com" })).toBe(false);
  });

  test("a declined return gives its units back", async () => {
    const admin = await open("bloom");
    const order = await orderOf(admin, "#1001", "ada@example.com");
    const unit = order.lines.flatMap((line) => line.returnable).find((units) => units.quantity > 0);
    if (!unit) throw new Error("Nothing is left to return");
    const lines = [{ fulfillmentLineItemId: unit.fulfillmentLineItemId, quantity: 1, reasonDefinitionId }];
    const requested = await requestReturn(admin, { orderId: order.id, lines });
    const returnId = requested.kind === "done" ? requested.value.id : "";
    const gone = (of: Order | null) =>
      (of?.lines ?? []).reduce((units, line) => units + line.goneQuantity, 0);
    expect(gone(await readOrder(admin, order.id))).toBe(gone(order) + 1);
    const declined = await declineReturn(admin, { returnId, reason: "FINAL_SALE", note: "Final sale" });
    expect(declined).toMatchObject({ kind: "done", value: { status: "DECLINED" } });
    expect(gone(await readOrder(admin, order.id))).toBe(gone(order));
  });

  test("a refund asked for twice with one key is given once; more than was paid never", async () => {
    const admin = await open("bloom");
    const order = await orderOf(admin, "#1001", "ada@example.com");
    const wish = {
      key: crypto.randomUUID(),
      orderId: order.id,
      currency: order.currency,
      lines: [],
      money: { storeCredit: { minor: 100n, currency: order.currency } },
      note: "rsc1:goodwill",
    };
    const first = await refundOrder(admin, wish);
    const second = await refundOrder(admin, wish);
    expect(first).toMatchObject({
      kind: "done",
      value: { transactions: [{ gateway: "shopify_store_credit" }] },
    });
    expect(second.kind === "done" && first.kind === "done" && second.value.refundId).toBe(
      first.kind === "done" && first.value.refundId,
    );
    const left = add(order.refundable, order.refundable);
    const tooMuch = { ...wish, key: crypto.randomUUID(), money: { storeCredit: left } };
    expect(await refundOrder(admin, tooMuch)).toMatchObject({ kind: "refused", code: "OVER_REFUND" });
  });

  test("a credit is taken back, but never more than there is", async () => {
    const admin = await open("bloom");
    const order = await orderOf(admin, "#1001", "ada@example.com");
    const customerId = order.customer?.id ?? "";
    const amount = { minor: 250n, currency: order.currency };
    const given = await creditAccount(admin, { customerId, amount });
    const accountId = given.kind === "done" ? given.value.accountId : "";
    expect(await debitAccount(admin, { accountId, amount })).toMatchObject({
      kind: "done",
      value: { amount: { minor: -250n, currency: order.currency } },
    });
    const much = { minor: 99_999_900n, currency: order.currency };
    expect(await debitAccount(admin, { accountId, amount: much })).toMatchObject({
      kind: "refused",
      code: "INSUFFICIENT_FUNDS",
    });
    expect(await creditAccount(admin, { customerId, amount: much })).toMatchObject({
      kind: "refused",
      code: "CREDIT_LIMIT_EXCEEDED",
    });
  });

  test("a token that is none is turned away, which proves that nothing happened", async () => {
    const app = connectShopify({ apiKey: "kept-local", apiSecret: "x", baseUrl: standIn.url });
    const admin = app.admin({ shop: "bloom.myshopify.com", accessToken: "shpat_none" });
    const amount = { minor: 100n, currency: "USD" };
    const answer = await creditAccount(admin, { customerId: "gid://shopify/Customer/1", amount });
    expect(answer).toMatchObject({ kind: "not_executed", reason: "unauthorized" });
    await expect(readShop(admin)).rejects.toMatchObject({ reason: "unauthorized" });
  });
});
