import { type Money, sum, toDecimal } from "@kept/money";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import type { Policy } from "../policy/index.ts";
import type { Quote } from "../quote/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { approveReturn } from "./approve-return.ts";

let world: TestWorld;
const rings = { title: "Ring", price: "40.00", quantity: 3, duties: [{ amount: "7.00" }] };
const postage = { price: "5.00", taxes: [{ title: "VAT", rate: "0.08" }] };

beforeAll(async () => {
  world = await openWorld({
    orders: [{ name: "#1001", lines: [rings], shipping: postage }],
    policy: (policy): Policy => ({ ...policy, shipping: "proportional", duties: "proportional" }),
  });
});
afterAll(() => world.close());

test("three returns of an order give its shipping, its duties and their tax back once, whether they are paid yet or not", async () => {
  const quotes: Quote["totals"][] = [];
  for (let unit = 1; unit <= 3; unit += 1) {
    const { number, quote } = await askForReturn(world, { order: "#1001" });
    quotes.push(quote.totals);
    if (unit > 1) continue;
    value(await approveReturn(world.owner, { number }));
    value(await issueCredit(world.owner, { number }));
    await world.work();
  }
  const all = (part: "shipping" | "duties" | "tax") =>
    toDecimal(
      sum<string>(
        quotes.map((totals): Money => totals[part]),
        "USD",
      ),
    );
  expect([all("shipping"), all("duties"), all("tax")]).toEqual(["5.00", "7.00", "0.40"]);
});
