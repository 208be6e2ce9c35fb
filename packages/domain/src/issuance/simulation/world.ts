import type { Chance } from "./chance.ts";
import type { Mutant } from "./mutants.ts";
import type { Timeline } from "./timeline.ts";
import type { World } from "./worker.ts";

const hour = 3_600_000;

/** What a worker can tell of the world: the time, and its token, renewed every half hour and dead after an hour. */
export function worldOf(time: Timeline, apiVersion: string, mutant: Mutant | null, chance: Chance): World {
  return {
    apiVersion,
    mutant,
    now: () => time.date(),
    monotonic: () => time.now,
    token() {
      const issued = Math.floor(time.now / (hour / 2)) * (hour / 2);
      return { issued, expiresAt: time.date(issued + hour) };
    },
    randomTag: () =>
      new Date(Date.UTC(2027, 10, 24, 12) + Math.floor(chance.upTo(43_200)) * 1_000).toISOString(),
  };
}
