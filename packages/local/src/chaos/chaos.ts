import { setTimeout as sleep } from "node:timers/promises";
import { Course } from "./course.ts";
import { giveForeignCredit, orderFaults } from "./faults.ts";
import { type Counted, Trouble } from "./trouble.ts";
import { ChaosWorld } from "./world.ts";

const scene = "packages/domain/src/testing/chaos";

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
 * Issues so many credits with real workers on a real database while everything goes wrong, then lets the dust settle
 * and compares every leg and every account with what the stand-in did.
 */
export async function chaos(
  issuances: number,
): Promise<Judged & Counted & { dropped: number; seconds: number }> {
  const share = (wish: number) => Math.ceil((wish * issuances) / 10_000);
  const world = await ChaosWorld.open();
  try {
    await world.run(`${scene}/plant.ts`, String(issuances));
    await orderFaults(world);
    const customers = await customersOf(world);
    const since = performance.now();
    const trouble = new Trouble(world);
    const course = new Course(world, { legs: 2 * issuances, drops: share(wishes.drops) });
    const { kills, stops, restarts } = wishes;
    const disturbing = Promise.all([
      trouble.make({ kills: share(kills), stops: share(stops), restarts: share(restarts) }, course),
      course.spread(share(wishes.foreign), () => giveForeignCredit(world, customers)),
    ]);
    await course.nearlyDone();
    await disturbing;
    trouble.calm();
    await course.settled();
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    // Whatever was still on its way arrives, and whoever stood still has its say.
    await sleep(3_000);
    trouble.end();
    const judged: Judged = JSON.parse(await world.run(`${scene}/judge.ts`, "bloom"));
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
