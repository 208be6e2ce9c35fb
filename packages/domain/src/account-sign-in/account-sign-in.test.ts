import { ordersNamed, readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDraft } from "../return/index.ts";
import { openWorld, type TestWorld, value } from "../testing/index.ts";
import { beginSignIn, draftOfOwnOrder, ordersToReturn } from "./index.ts";

let world: TestWorld;
let adas: string;

beforeAll(async () => {
  const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
  world = await openWorld({
    orders: [
      { name: "#1001", lines },
      { name: "#1002", lines, customer: null },
    ],
  });
  adas = await customerNumber();
});
afterAll(() => world.close());

/** Ada's number at the shop, as her account would name her. */
async function customerNumber(): Promise<string> {
  const admin = await world.owner.admin();
  const [order] = await ordersNamed(admin, "#1001");
  return (await readOrder(admin, order?.id ?? ""))?.customer?.id.split("/").at(-1) ?? "";
}

test("a signed-in customer sees their own orders and what of them can come back", async () => {
  const orders = await ordersToReturn(world.customer, adas);
  expect(await ordersToReturn(world.customer, "999")).toEqual([]);
  expect(orders?.map(({ name, returnable }) => [name, returnable])).toEqual([["#1001", true]]);
  const [order] = orders ?? [];
  const opened = value(
    await draftOfOwnOrder(world.customer, { customerId: adas, orderId: order?.id ?? "", locale: "en" }),
  );
  expect(value(await readDraft(world.customer, opened.key)).orderName).toBe("#1001");
});

test("nobody opens an order of somebody else, whatever they send", async () => {
  const [order] = (await ordersToReturn(world.customer, adas)) ?? [];
  for (const customerId of ["1", `${adas}0`, "", `${adas} OR 1`]) {
    const input = { customerId, orderId: order?.id ?? "", locale: "en" };
    expect(await draftOfOwnOrder(world.customer, input)).toMatchObject({ error: { code: "OrderNotFound" } });
  }
});

test("where a shop has not switched it on, nobody is sent to sign in", async () => {
  const begun = await beginSignIn(world.customer, { redirectUri: "http://localhost:3001/callback" });
  expect(begun).toMatchObject({ error: { code: "SignInOff" } });
});
