import { sql, tables } from "@kept/database";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { approveReturn, readReturn } from "../return/index.ts";
import { workerContext } from "../shop/index.ts";
import {
  askForReturn,
  brisk,
  expectBooksToAgree,
  openWorld,
  type TestWorld,
  value,
  workUntilSettled,
} from "../testing/index.ts";
import { acrossAllShops } from "../tools.ts";
import { afterRestore } from "./after-restore.ts";
import { beginAttempt } from "./begin-attempt.ts";
import { creditAccountMethod } from "./credit-account-method.ts";
import { issueCredit } from "./issue-credit.ts";
import { claimLane } from "./lane.ts";
import { legsOfReturn } from "./legs.ts";

// These live through real waiting; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
const lines = [{ title: "Linen shirt", price: "20.00", quantity: 1 }];
const orders = Array.from({ length: 6 }, (_, i) => ({ name: `#${4001 + i}`, lines }));

beforeAll(async () => {
  world = await openWorld({ orders, ...brisk });
});
afterEach(() => expectBooksToAgree(world));
afterAll(() => world.close());

async function approved() {
  const { number } = await askForReturn(world, { order: orders.shift()?.name ?? "" });
  value(await approveReturn(world.owner, { number }));
  value(await issueCredit(world.owner, { number }));
  const record = await readReturn(world.owner, number);
  const legs = await world.owner.inShop((tx) => legsOfReturn(tx, world.owner, record?.id ?? ""));
  return { number, legs };
}

/** What a restore does: everything about the bonus since its approval never happened, as far as the database knows. */
function forgetBonus(legId: string) {
  return world.tools.database.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from leg_attempts where leg_id = ${legId}`);
    await tx.execute(sql`delete from ledger_entries where leg_id = ${legId}`);
    await tx.execute(sql`delete from owed_sums where id = (select o.id from owed_sums o
      join issuance_legs g on g.id = ${legId} and g.shop_id = o.shop_id and g.amount_minor = o.given_minor order by o.id desc limit 1)`);
    await tx.execute(
      sql`delete from notifications where return_id = (select return_id from issuance_legs where id = ${legId})`,
    );
    await tx.execute(sql`update returns set credit_state = 'base_issued', status = 'approved'
      where id = (select return_id from issuance_legs where id = ${legId})`);
    await tx.execute(sql`update issuance_legs set state = 'ready', remote_transaction_gid = null, match_quality = null,
      confirmed_at = null, next_at = clock_timestamp() where id = ${legId}`);
    await tx.execute(sql`update credit_lanes set fence = 1, lease_until = null`);
  });
}

test("a bonus that was paid before a restore is recognized after it, and not paid again", async () => {
  const { number, legs } = await approved();
  await workUntilSettled(world);
  await forgetBonus(legs[1]?.id ?? "");
  const { lanes, asked } = await afterRestore(world.tools);
  expect([lanes, asked]).toEqual([1, 0]);
  await world.advance();
  const detail = await readReturn(world.owner, number);
  expect(detail?.credit?.legs.map(({ state }) => state)).toEqual(["confirmed", "confirmed"]);
});

test("what was not paid yet waits until nothing from before can arrive, and is paid then", async () => {
  const { number } = await approved();
  const { quarantineUntil } = await afterRestore(world.tools);
  await workUntilSettled(world);
  const attempts = await world.owner.inShop((tx) => tx.select().from(tables.legAttempts));
  const last = attempts.sort((a, b) => a.committedAt.getTime() - b.committedAt.getTime()).at(-2);
  expect(last?.committedAt.getTime()).toBeGreaterThan(quarantineUntil.getTime());
  expect((await readReturn(world.owner, number))?.creditState).toBe("issued");
});

test("a worker that slept through the restore wakes with an old fence and decides nothing", async () => {
  const { legs } = await approved();
  const ctx = await workerContext(world.tools, world.owner.shop.id);
  const [base] = legs;
  if (!ctx || !base) throw new Error("No world");
  const hold = await claimLane(ctx, base.laneId, "sleeper");
  if (!hold) throw new Error("The lane is busy");
  await afterRestore(world.tools);
  await acrossAllShops(world.tools, (tx) => tx.update(tables.issuingSwitch).set({ quarantineUntil: null }));
  await world.owner.inShop((tx) =>
    tx
      .update(tables.creditLanes)
      .set({ fence: hold.fence, leaseUntil: sql`clock_timestamp() + interval '1 minute'` }),
  );
  const facts = { baseline: {}, apiVersion: "2026-10", tokenExpiresAt: null };
  expect(await beginAttempt(ctx, hold, base, creditAccountMethod("2026-10"), facts)).toMatchObject({
    began: false,
    why: "lost_the_lane",
  });
  await world.owner.inShop((tx) => tx.update(tables.creditLanes).set({ leaseUntil: null }));
  await workUntilSettled(world);
});
