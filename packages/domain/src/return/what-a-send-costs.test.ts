import { afterAll, beforeAll, expect, test } from "vitest";
import { withOneAdmin } from "../context.ts";
import { customerContext } from "../shop/index.ts";
import { openWorld, readyToSend, statementsOf, type TestWorld, value } from "../testing/index.ts";
import { sendReturn } from "./send-return.ts";

let world: TestWorld;
beforeAll(async () => {
  const lines = [
    { title: "Linen shirt", price: "20.00", quantity: 1 },
    { title: "Wool scarf", price: "15.00", quantity: 1 },
  ];
  world = await openWorld({
    orders: [
      { name: "#1001", lines },
      { name: "#1002", lines },
    ],
  });
});
afterAll(() => world.close());

test("the press that makes a return asks the database for twelve things in three transactions, however many lines come back", async () => {
  const { handle } = world.owner.shop;
  for (const [order, lines] of [
    ["#1001", 1],
    ["#1002", 2],
  ] as const) {
    const shown = await readyToSend(world, { order, lines });
    const cost = await statementsOf(world.tools, async (tools) => {
      const ctx = await customerContext(tools, handle, { requestId: "test" });
      if (ctx) value(await sendReturn(withOneAdmin(ctx), shown));
    });
    expect(cost).toEqual({ transactions: 3, statements: 3 + 12 });
  }
});
