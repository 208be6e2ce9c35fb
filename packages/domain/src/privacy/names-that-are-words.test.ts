import { randomUUID } from "node:crypto";
import { eq, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { addNote, approveReturn, readReturn } from "../return/index.ts";
import { tell } from "../return/records.ts";
import { askForReturn, openWorld, shirtOrders, type TestWorld, value } from "../testing/index.ts";
import { forgetCustomer } from "./forget-customer.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 3) });
});
afterAll(() => world.close());

/** What stands in every row about a return and its money, as the database holds it. */
function rows() {
  const { issuanceLegs, quotes, returnEvents, returns } = tables;
  return world.owner.inShop(async (tx) => ({
    legs: await tx.select().from(issuanceLegs).orderBy(issuanceLegs.id),
    quotes: await tx.select().from(quotes).orderBy(quotes.id),
    events: await tx.select({ kind: returnEvents.kind }).from(returnEvents).orderBy(returnEvents.id),
    returns: await tx
      .select({ status: returns.status, resolution: returns.resolution })
      .from(returns)
      .orderBy(returns.id),
  }));
}

test("somebody called like a word of ours is forgotten, and the words and everybody else stay", async () => {
  for (const [order, resolution] of [
    ["#1001", "store_credit"],
    ["#1002", "original_payment"],
  ] as const) {
    const { number } = await askForReturn(world, { order, resolution });
    value(await addNote(world.owner, { number, text: "Kind Card Base rang" }));
    const detail = await readReturn(world.owner, number);
    await world.owner.inShop((tx) =>
      tell(tx, world.owner, detail?.id ?? "", "declined", { reason: 'Kind "Base" rang' }),
    );
    value(await approveReturn(world.owner, { number }));
    if (resolution === "store_credit") value(await issueCredit(world.owner, { number }));
  }
  const { number: nadas } = await askForReturn(world, { order: "#1003" });
  await world.work();
  const nada = { customerGid: "gid://shopify/Customer/1", customerEmail: "nada@example.com" };
  await world.owner.inShop((tx) =>
    tx.update(tables.returns).set(nada).where(eq(tables.returns.number, nadas)),
  );
  const customerName = "Kind Null Human Ready Base Bonus Card Amount True";
  await world.owner.inShop((tx) =>
    tx.update(tables.returns).set({ customerName }).where(eq(tables.returns.shopId, world.owner.shop.id)),
  );
  const before = await rows();
  const [first] = await world.owner.inShop((tx) =>
    tx.select().from(tables.returns).where(eq(tables.returns.number, 1001)),
  );
  // A number whose digits stand in the name of an order.
  const phone = first?.orderGid.slice(-9) ?? "";
  const person = { customerId: first?.customerGid ?? "", email: "ada@example.com", phone, orderIds: [] };
  await forgetCustomer(world.owner, { requestId: randomUUID(), person });
  expect(await rows()).toEqual(before);
  expect((await readReturn(world.owner, nadas))?.customerEmail).toBe("nada@example.com");
  for (const number of [1001, 1002])
    expect(await readReturn(world.owner, number)).toMatchObject({
      customerName: "[removed]",
      events: expect.arrayContaining([
        expect.objectContaining({ kind: "declined", detail: { reason: '[removed] "[removed]" rang' } }),
      ]),
    });
});
