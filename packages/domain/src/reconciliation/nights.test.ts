import { sql, tables } from "@kept/database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkInvariants } from "../issuance/index.ts";
import {
  brisk,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { listRuns, openAlertsIn, pokeActiveAccounts, reconcile, startNights } from "./index.ts";

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(4101, 2), shop: { timezone: whereItIsFour() }, ...brisk });
  await startIssuing(world, "#4101");
  await workUntilSettled(world);
});
afterAll(() => world.close());

const inDatabase = (query: ReturnType<typeof sql>) => acrossAllShops(world.tools, (tx) => tx.execute(query));
const jobs = () =>
  world.tools.database.$client<
    { id: string }[]
  >`select data ->> 'id' as id from pgboss.job where name = 'reconcile'`;
test("a shop is compared once in its own night, by a job of its own", async () => {
  await startNights(world.tools);
  await startNights(world.tools);
  const [run, ...more] = await listRuns(world.owner);
  expect(more).toEqual([]);
  expect(run).toMatchObject({ night: true, state: "running", accounts: 1 });
  expect((await jobs()).map(({ id }) => id)).toEqual([run?.id]);
  await reconcile(world.owner, run?.id ?? "");
  expect((await listRuns(world.owner))[0]).toMatchObject({ state: "done", done: 1, changed: 1 });
});

test("an account is looked at again soon after something happened on it, and then left alone", async () => {
  await startIssuing(world, "#4102");
  await workUntilSettled(world);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = (await jobs()).length;
  await pokeActiveAccounts(world.tools);
  expect(await jobs()).toHaveLength(before + 1);
  await reconcile(world.owner, "active");
  await pokeActiveAccounts(world.tools);
  expect(await jobs()).toHaveLength(before + 1);
});

test("what must never be stands on Home until it is over", async () => {
  const { returns } = tables;
  await inDatabase(sql`update ${returns} set credit_state = 'review'`);
  await checkInvariants(world.tools);
  await checkInvariants(world.tools);
  expect(await openAlerts()).toMatchObject([{ says: expect.stringContaining("the return shows") }]);
  await inDatabase(sql`update ${returns} set credit_state = 'issued'`);
  await checkInvariants(world.tools);
  expect(await openAlerts()).toEqual([]);
});

/** A time zone where it is between four and five in the morning: in the middle of a shop's night. */
function whereItIsFour(): string {
  const east = (28 - new Date().getUTCHours()) % 24;
  // In POSIX names of zones, east is minus; there are fourteen hours of it, and twelve of west.
  return east <= 14 ? `Etc/GMT-${east}` : `Etc/GMT+${24 - east}`;
}

function openAlerts() {
  return world.owner.inShop((tx) => openAlertsIn(tx, world.owner));
}
