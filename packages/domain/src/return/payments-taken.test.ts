import { toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import {
  askForReturn,
  brisk,
  openWorld,
  standingOf,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { approveReturn } from "./approve-return.ts";

let world: TestWorld;
const shirts = [{ title: "Linen shirt", price: "20.00", quantity: 3 }];
const at = "-9d";

beforeAll(async () => {
  world = await openWorld({
    orders: [
      {
        name: "#1001",
        lines: shirts,
        transactions: [
          { gateway: "gift_card", amount: "15.00", at },
          { gateway: "shopify_payments", amount: "45.00", at },
        ],
      },
    ],
    ...brisk,
  });
});
afterAll(() => world.close());

test("two returns of an order that are asked for before either is paid take no payment's money twice", async () => {
  const asked = [];
  for (let unit = 1; unit <= 2; unit += 1)
    asked.push(await askForReturn(world, { order: "#1001", resolution: "original_payment" }));
  const parts = asked.map(({ quote }) =>
    quote.payments.map(({ kind, amount }) => `${kind} ${toDecimal(amount)}`),
  );
  expect(parts).toEqual([["gift_card 15.00", "card 5.00"], ["card 20.00"]]);
  for (const { number } of asked) {
    value(await approveReturn(world.owner, { number }));
    value(await issueCredit(world.owner, { number }));
    await workUntilSettled(world);
    expect(await standingOf(world, number)).toEqual(["issued", "base confirmed"]);
  }
  const { movements } = await world.standIn.truth(world.domain);
  const back = movements.filter(({ type }) => type === "REFUND");
  expect(back.map(({ event, amount }) => `${event} ${amount.amount}`).sort()).toEqual([
    "gift_card 15.0",
    "shopify_payments 20.0",
    "shopify_payments 5.0",
  ]);
});
