import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { giveForeignCredits, orderFaults } from "./faults.ts";
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

/**
 * Issues so many credits with real workers on a real database while everything goes wrong, then lets the dust settle
 * and compares every leg and every account with what the stand-in did.
 */
export async function chaos(
  issuances: number,
): Promise<Judged & Counted & { dropped: number; seconds: number }> {
  const world = await ChaosWorld.open();
  try {
    await world.run(`${scene}/plant.ts`, String(issuances));
    await orderFaults(world);
    const since = performance.now();
    const trouble = new Trouble(world);
    const stop = new AbortController();
    const side = watch(world);
    const disturbing = Promise.all([
      trouble.make({ kills: 0.4, stops: 0.25, restarts: 0.05 }, stop.signal),
      giveForeignCredits(world, await customersOf(world), 12, stop.signal),
    ]);
    while (side.seen.open > 0 && side.seen.open > issuances * 0.02) await sleep(250);
    stop.abort();
    await disturbing;
    trouble.calm();
    side.calm();
    const patient = performance.now() + 60_000;
    while (side.seen.open > 0 && performance.now() < patient) await sleep(250);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    // Whatever was still on its way arrives, and whoever stood still has its say.
    await sleep(3_000);
    trouble.end();
    const judged: Judged = JSON.parse(await world.run(`${scene}/judge.ts`));
    return { ...judged, ...trouble.counted, dropped: side.seen.dropped, seconds };
  } finally {
    await world.close();
  }
}

/** How many legs are open, as seen from beside; drops connections meanwhile. */
function watch(world: ChaosWorld) {
  const child = world.start(`${scene}/side.ts`, "8");
  const seen = { open: Number.POSITIVE_INFINITY, dropped: 0 };
  if (child.stdout) createInterface(child.stdout).on("line", (line) => Object.assign(seen, JSON.parse(line)));
  return { seen, calm: () => child.stdin?.write("calm\n"), gone: once(child, "exit") };
}

async function customersOf(world: ChaosWorld): Promise<string[]> {
  const answer = await fetch(`${world.standIn}/control/truth?shop=bloom`);
  const { movements } = (await answer.json()) as { movements: { owner: string | null }[] };
  const owners = movements.flatMap(({ owner }) => owner?.split("/").at(-1) ?? []);
  return [...new Set(owners)];
}
