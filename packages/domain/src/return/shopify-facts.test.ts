import { toDecimal } from "@kept/money";
import { readOrder } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCredit } from "../issuance/index.ts";
import { currentPolicy, type Policy } from "../policy/index.ts";
import { quote } from "../quote/index.ts";
import { askForReturn, openWorld, type TestWorld, value } from "../testing/index.ts";
import { approveReturn } from "./approve-return.ts";
import { customerFacts } from "./customer-facts.ts";
import { readReturn } from "./read-return.ts";

let world: TestWorld;
const shirt = { title: "Linen shirt", price: "20.00", quantity: 1 };
const bonus = { kind: "percent" as const, basisPoints: 2_500, of: "items" as const };
const rule = { id: "best", name: "Best customers", priority: 1, bonus };
const segments = ["gid://shopify/Segment/77", "gid://shopify/Segment/78"];

beforeAll(async () => {
  world = await openWorld({
    orders: [
      { name: "#1001", lines: [shirt] },
      { name: "#1002", lines: [shirt] },
    ],
    policy: (policy): Policy => ({
      ...policy,
      storeCredit: { ...policy.storeCredit, bonusRules: [{ ...rule, when: { segments } }] },
    }),
  });
});
afterAll(() => world.close());

async function factsOf(orderId: string) {
  const order = await readOrder(await world.owner.admin(), orderId);
  if (!order) throw new Error("The order is not there");
  const { policy } = await currentPolicy(world.owner);
  return { order, facts: await customerFacts(world.owner, order, policy) };
}

test("a rule for a segment of customers asks Shopify who is in it", async () => {
  const { quote } = await askForReturn(world, { order: "#1001" });
  expect(toDecimal(quote.totals.bonus)).toBe("5.00");
  expect(quote.decisions[0]).toMatchObject({ rule: "best", outcome: "won" });
});

test("credit that was bonus earns no bonus again: an order paid with 25.00 of credit, 5.00 of it bonus", async () => {
  const { number } = await askForReturn(world, { order: "#1002" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  await world.work();
  const { customerGid } = (await readReturn(world.owner, number)) ?? {};
  const bought = await world.standIn.buyWithCredit(world.domain, customerGid ?? "");

  const { order, facts } = await factsOf(bought);
  expect(order.payments.map(({ kind, amount }) => [kind, toDecimal(amount)])).toEqual([
    ["store_credit", "25.00"],
  ]);
  expect(facts.segments).toEqual(["gid://shopify/Segment/77"]);
  expect(toDecimal(facts.paidWithBonus)).toBe("5.00");

  const [line] = order.lines;
  const selection = [{ lineItemId: line?.id ?? "", quantity: 1 }];
  const policy = await currentPolicy(world.owner);
  const made = quote({
    order,
    selection,
    resolution: "store_credit",
    policy,
    customer: facts,
    at: new Date(),
  });
  expect([toDecimal(made.totals.base), toDecimal(made.totals.bonus)]).toEqual(["25.00", "5.00"]);
});
