import { eq, sql, tables } from "@kept/database";
import { requiredScopes } from "@kept/shopify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readReturn } from "../return/index.ts";
import { connectShop, customerContext, memberContext, workerContext } from "../shop/index.ts";
import { bloom, brisk, openWorld, shirtOrders, startIssuing, type TestWorld } from "../testing/index.ts";
import { setScene } from "../testing/scene.ts";
import { advanceLeg } from "./advance-leg.ts";
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
  const single = await startIssuing(other, orders.at(-1)?.name);
  const next = await dueLegs(world.tools, 2);
  expect(next.map(({ shopId }) => shopId)).toContain(other.owner.shop.id);

  const issuing = issueDue(world.tools, { holder: "test", atOnce: 2 });
  const stateOf = async () => (await readReturn(other.owner, single.number))?.creditState;
  await expect.poll(stateOf).toBe("issued");
  await issuing.stop();
  const record = await readReturn(other.owner, single.number);
  const legs = await other.owner.inShop((tx) => legsOfReturn(tx, other.owner, record?.id ?? ""));
  expect(legs.every(({ state }) => state === "confirmed")).toBe(true);
});

test("what is in doubt is looked at first, then what was turned away, before what has waited longer to be sent", async () => {
  const { standIn, tools } = world;
  const handle = `queue-${crypto.randomUUID().slice(0, 8)}`;
  const owner = await setScene(tools, standIn, { handle, count: 9, plan: "enterprise" });
  const ctx = await workerContext(tools, owner.shop.id);
  const { issuanceLegs } = tables;
  const bases = await owner.inShop((tx) =>
    tx.select().from(issuanceLegs).where(eq(issuanceLegs.kind, "base")).orderBy(issuanceLegs.id),
  );
  const [doubtful, turnedAway, waiting] = [...new Map(bases.map((leg) => [leg.laneId, leg])).values()];
  if (!ctx || !doubtful || !turnedAway || !waiting) throw new Error("No three accounts");
  const strike = (kind: string) =>
    standIn.faults({ kind, operation: "returnProcess", shop: owner.shop.domain });
  await strike("commit-then-drop");
  await advanceLeg(ctx, doubtful.id, "test");
  await strike("throttle");
  await advanceLeg(ctx, turnedAway.id, "test");
  const since = (id: string, seconds: number) => {
    const nextAt = sql`clock_timestamp() - make_interval(secs => ${seconds})`;
    return owner.inShop((tx) => tx.update(issuanceLegs).set({ nextAt }).where(eq(issuanceLegs.id, id)));
  };
  await since(waiting.id, 3_600);
  await since(turnedAway.id, 2);
  await since(doubtful.id, 1);
  const due = (await dueLegs(tools, 50)).filter(({ shopId }) => shopId === owner.shop.id);
  expect(due.map(({ id }) => id).slice(0, 3)).toEqual([doubtful.id, turnedAway.id, waiting.id]);
});
