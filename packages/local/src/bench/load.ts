import { setTimeout as sleep } from "node:timers/promises";

/** How long requests took, in milliseconds, in order of size; and how many were not answered well. */
export interface Measured {
  readonly times: readonly number[];
  readonly failed: number;
}

/**
 * Sends so many requests a second for so many seconds, whether or not the ones before were answered: a slow server is
 * not spared. Each is timed from the moment it should have left.
 */
export async function load(
  send: () => Promise<boolean>,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = start + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    sent.push(
      send().then(
        (well) => {
          if (!well) failed += 1;
          times.push(performance.now() - due);
        },
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(sent);
  return { times: times.sort((a, b) => a - b), failed };
}

export function percentile({ times }: Measured, percent: number): number {
  const at = Math.min(times.length - 1, Math.floor((times.length * percent) / 100));
  return Math.round(times[at] ?? Number.NaN);
}
