import { setTimeout as wait } from "node:timers/promises";
import type { Watchman } from "./serve.ts";

/** Something that runs until it ends. */
export interface Life {
  /** Resolves with how it ended: `exit 1`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** What to tell a person when it cannot be brought back. */
  obituary(how: string): string;
}

/** Starts again what ended by itself; gives up at the fourth time within a minute, because a fifth would not help. */
export async function keepAlive(
  watchman: Watchman,
  name: string,
  first: Life,
  again: () => Promise<Life>,
): Promise<void> {
  const ends: number[] = [];
  for (let life = first; ; ) {
    const how = await life.ended;
    if (watchman.crew.isEnding) return;
    ends.push(Date.now());
    if (ends.filter((at) => at > Date.now() - 60_000).length > 3) return watchman.giveUp(life.obituary(how));
    watchman.say(`  The ${name} stopped (${how}) and is started again.`);
    await wait(500);
    try {
      life = await again();
    } catch (error) {
      return watchman.giveUp(error instanceof Error ? error.message : String(error));
    }
  }
}
