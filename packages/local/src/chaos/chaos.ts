import { setTimeout as sleep } from "node:timers/promises";
import { Course } from "./course.ts";
import { endFaults, giveForeignCredit, orderFaults } from "./faults.ts";
import { type Counted, Trouble, worker } from "./trouble.ts";
import { ChaosWorld } from "./world.ts";

const plant = "packages/domain/src/testing/chaos/plant.ts";
const judge = "packages/domain/src/testing/chaos/judge.ts";

export interface Judged {
  readonly issuances: number;
  readonly double: number;
  readonly lost: number;
  readonly human: number;
  readonly foreign: number;
  /** Accounts whose balance is not what Kept gave plus what others gave. */
  readonly unequal: number;
  readonly reasons: readonly string[];
  readonly broken: readonly unknown[];
}

/** What happens in the course of ten thousand issuances; of fewer, as much less. */
const wishes = { kills: 60, stops: 30, restarts: 6, drops: 1_200, foreign: 2_500 };

/**
 * The last legs are left in peace, and everything goes wrong that much more often before: what is in doubt when the
 * trouble ends waits for its time beside them, not after them.
 */
const legsInPeace = 500;
/** Longer than anything is held up on its way, and than anybody stands still. */
const longestOnTheWayMs = 8_000;

/**
 * Issues so many credits with real workers on a real database while everything goes wrong, then lets the dust settle
 * and compares every leg and every account with what the stand-in did.
 */
export async function chaos(
  issuances: number,
): Promise<Judged & Counted & { dropped: number; seconds: number }> {
  const share = (wish: number) => Math.ceil((wish * issuances) / 10_000);
  const legs = 2 * issuances;
  const troubled = Math.max(0.5, 1 - legsInPeace / legs);
  const world = await ChaosWorld.open({ often: [worker, plant, judge] });
  try {
    await world.run(plant, String(issuances));
    await orderFaults(world, troubled);
    const customers = await customersOf(world);
    const since = performance.now();
    const trouble = new Trouble(world);
    const course = new Course(world, { legs, troubled, drops: share(wishes.drops) });
    const { kills, stops, restarts } = wishes;
    const disturbing = Promise.all([
      trouble.make({ kills: share(kills), stops: share(stops), restarts: share(restarts) }, course),
      course.spread(share(wishes.foreign), () => giveForeignCredit(world, customers)),
    ]);
    await course.untilPeace();
    await disturbing;
    await endFaults(world);
    trouble.calm();
    const calm = performance.now();
    await course.settled();
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    // Whatever was still on its way arrives, and whoever stood still has its say.
    await sleep(Math.max(0, calm + longestOnTheWayMs - performance.now()));
    trouble.end();
    const judged: Judged = JSON.parse(await world.run(judge, "bloom"));
    return { ...judged, ...trouble.counted, dropped: course.dropped, seconds };
  } finally {
    await world.close();
  }
}

async function customersOf(world: ChaosWorld): Promise<string[]> {
  const answer = await fetch(`${world.standIn}/control/truth?shop=bloom`);
  const { movements } = (await answer.json()) as { movements: { owner: string | null }[] };
  const owners = movements.flatMap(({ owner }) => owner?.split("/").at(-1) ?? []);
  return [...new Set(owners)];
}
