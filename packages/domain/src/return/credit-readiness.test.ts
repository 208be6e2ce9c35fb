import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { customerContext } from "../shop/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { approveReturn, chooseItems, openOrder, quoteDraft, readDraft } from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
  world = await openWorld({
    orders: [
      { name: "#1001", lines },
      { name: "#1002", lines },
    ],
  });
});
afterAll(() => world.close());

/** What is offered for an order now, and why not. */
async function offeredFor(orderName: string) {
  const { handle } = world.owner.shop;
  const staff = {
    ...world.owner,
    shop: (await customerContext(world.tools, handle, { requestId: "t" }))?.shop ?? world.owner.shop,
  };
  const { key } = value(await openOrder(staff, { orderName }));
  const { items, reasons } = value(await readDraft(staff, key));
  const [item] = items;
  const fulfillmentLineItemId = item?.fulfillmentLineItemId ?? "";
  const reason = reasons[0]?.code ?? "";
  value(await chooseItems(staff, { key, items: [{ fulfillmentLineItemId, quantity: 1, reason }] }));
  const { offers, notOffered } = value(await quoteDraft(staff, key));
  return { offers: offers.map(({ resolution }) => resolution), notOffered };
}

async function shopIs(change: Partial<typeof tables.shops.$inferInsert>) {
  await world.owner.inShop((tx) =>
    tx.update(tables.shops).set(change).where(eq(tables.shops.id, world.owner.shop.id)),
  );
}

test("credit that could not be spent is not offered; the way the order was paid is, and staff read why", async () => {
  expect((await offeredFor("#1001")).offers).toEqual(["store_credit", "original_payment"]);
  await shopIs({ storeCreditEnabled: "no" });
  expect(await offeredFor("#1001")).toEqual({
    offers: ["original_payment"],
    notOffered: [{ resolution: "store_credit", why: "store_credit_off" }],
  });
  await shopIs({ storeCreditEnabled: "yes", accountsVersion: "classic", accountsUrl: null });
  expect((await offeredFor("#1001")).notOffered).toEqual([
    { resolution: "store_credit", why: "no_accounts" },
  ]);
  await shopIs({ accountsUrl: "https://shopify.com/1/account" });
  expect((await offeredFor("#1001")).notOffered).toEqual([]);
});

test("what would not fit into the customer's account is not offered, counted with what is in there", async () => {
  await shopIs({ limits: { USD: { perAccount: "50.00" } } });
  expect((await offeredFor("#1002")).notOffered).toEqual([]);
  await shopIs({ limits: { USD: { perAccount: "21.99" } } });
  expect((await offeredFor("#1002")).notOffered).toEqual([{ resolution: "store_credit", why: "head_room" }]);
  await shopIs({ limits: { USD: { perAccount: "22.00" } } });
  expect((await offeredFor("#1002")).notOffered).toEqual([]);
  const { number } = await askForReturn(world, { order: "#1001" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  expect((await offeredFor("#1002")).notOffered).toEqual([{ resolution: "store_credit", why: "head_room" }]);
});
