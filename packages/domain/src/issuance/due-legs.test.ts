import { requiredScopes } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readReturn } from "../return/index.ts";
import { connectShop, customerContext, memberContext } from "../shop/index.ts";
import { bloom, brisk, openWorld, shirtOrders, startIssuing, type TestWorld } from "../testing/index.ts";
import { dueLegs } from "./due-legs.ts";
import { issueDue } from "./issue-due.ts";
import { legsOfReturn } from "./legs.ts";

let world: TestWorld;
const orders = shirtOrders(5001, 6);

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterAll(() => world.close());

/** A second Bloom beside the first, with the same owner. */
async function anotherShop(): Promise<TestWorld> {
  const handle = `${world.owner.shop.handle}-two`;
  const domain = `${handle}.myshopify.com`;
  await world.standIn.load(bloom(domain, orders));
  const installed = await world.standIn.install(domain, requiredScopes);
  const organizationId = world.owner.organization.id;
  await connectShop(world.tools, { organizationId, domain, ...installed });
  const userId = world.owner.actor.kind === "member" ? world.owner.actor.userId : "";
  const customer = await customerContext(world.tools, handle, { requestId: "test" });
  const owner = await memberContext(world.tools, { userId, handle, requestId: "test" });
  if (!customer || !owner) throw new Error("The second shop is not there");
  return { ...world, domain, customer, owner };
}

test("many credits of one shop do not keep another shop's single one waiting", async () => {
  for (const { name } of orders.slice(0, 4)) await startIssuing(world, name);
  const other = await anotherShop();
  const single = await startIssuing(other, orders[5]?.name);
  const next = await dueLegs(world.tools, 2);
  expect(next.map(({ shopId }) => shopId)).toContain(other.owner.shop.id);

  const issuing = issueDue(world.tools, { holder: "test", atOnce: 2 });
  const stateOf = async () => (await readReturn(other.owner, single.number))?.creditState;
  await expect.poll(stateOf, { timeout: 15_000 }).toBe("issued");
  await issuing.stop();
  const record = await readReturn(other.owner, single.number);
  const legs = await other.owner.inShop((tx) => legsOfReturn(tx, other.owner, record?.id ?? ""));
  expect(legs.every(({ state }) => state === "confirmed")).toBe(true);
});
