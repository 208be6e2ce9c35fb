import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { chooseItems, createReturn, openOrder, quoteDraft, readDraft, readReturn } from "./index.ts";

let world: TestWorld;
const lines = [{ title: "Linen shirt", price: "20.00", quantity: 2 }];

beforeAll(async () => {
  world = await openWorld({
    orders: ["#1001", "#1002"].map((name) => ({ name, lines })),
    policy: (policy) => ({ ...policy, window: { ...policy.window, days: 1 } }),
  });
});
afterAll(() => world.close());

async function draftOf(orderName: string) {
  const { key } = value(await openOrder(world.owner, { orderName }));
  const { items, reasons } = value(await readDraft(world.owner, key));
  const [item] = items;
  const choice = {
    fulfillmentLineItemId: item?.fulfillmentLineItemId ?? "",
    quantity: 1,
    reason: reasons[0]?.code ?? "",
  };
  value(await chooseItems(world.owner, { key, items: [choice] }));
  const { offers } = value(await quoteDraft(world.owner, key));
  return { key, item, offer: offers.find(({ resolution }) => resolution === "store_credit") };
}

test("staff make a return for a customer, also past the window, and approve it in the same breath", async () => {
  const { key, item, offer } = await draftOf("1001");
  expect(item).toMatchObject({ returnable: true, why: { code: "window_closed" } });
  const asked = { key, resolution: "store_credit" as const, fingerprint: offer?.fingerprint ?? "" };
  const made = value(await createReturn(world.owner, { ...asked, note: "Called us", approve: true }));
  expect(made.approved).toBe(true);
  expect(value(await createReturn(world.owner, { ...asked, approve: false })).number).toBe(made.number);
  const detail = await readReturn(world.owner, made.number);
  expect(detail).toMatchObject({ status: "approved", customerName: "Ada Lovelace", note: "Called us" });
  expect(detail?.events[0]).toMatchObject({ kind: "requested", actor: { name: "Olivia Bloom" } });
});

test("without approval it waits like any request; an order nobody placed is not found; who may only look makes none", async () => {
  const { key, offer } = await draftOf("#1002");
  const asked = { key, resolution: "store_credit" as const, fingerprint: offer?.fingerprint ?? "" };
  const made = value(await createReturn(world.owner, { ...asked, approve: false }));
  expect((await readReturn(world.owner, made.number))?.status).toBe("requested");
  expect(await openOrder(world.owner, { orderName: "#9999" })).toMatchObject({
    error: { code: "OrderNotFound" },
  });
  const viewer = { ...world.owner, role: "viewer" as const };
  expect(await openOrder(viewer, { orderName: "#1001" })).toMatchObject({ error: { code: "NotAllowed" } });
});
