import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChaosWorld } from "./world.ts";

/**
 * The course of the work, seen from beside. Whatever happens is spread over it, not over time: so that as much of it
 * happens on a fast machine as on a busy one, and nowhere more than the work can get through.
 */
export class Course {
  readonly #child: ReturnType<ChaosWorld["start"]>;
  readonly #legs: number;
  readonly #seen = { open: Number.POSITIVE_INFINITY, dropped: 0 };
  #over = false;

  /** `drops` connections to the database are dropped on the way. */
  constructor(world: ChaosWorld, wish: { readonly legs: number; readonly drops: number }) {
    this.#legs = wish.legs;
    this.#child = world.start(
      "packages/domain/src/testing/chaos/side.ts",
      String(wish.drops),
      String(wish.legs),
    );
    if (this.#child.stdout)
      createInterface(this.#child.stdout).on("line", (line) => Object.assign(this.#seen, JSON.parse(line)));
  }

  get dropped(): number {
    return this.#seen.dropped;
  }

  /** Does something so many times, at moments of chance. */
  async spread(times: number, what: () => Promise<void>): Promise<void> {
    const moments = Array.from({ length: times }, () => Math.random() * almost).sort((a, b) => a - b);
    for (const moment of moments) {
      while (this.#done < moment && !this.#over) await sleep(25 + Math.random() * 100);
      if (this.#over) return;
      await what();
    }
  }

  /** Nearly everything is done, or nothing moves any more: the trouble may end. */
  async nearlyDone(): Promise<void> {
    await this.#goesOn(() => this.#done < almost);
    this.#over = true;
  }

  /** Waits for the rest, for as long as anything moves. */
  async settled(): Promise<void> {
    this.#child.stdin?.write("calm\n");
    await this.#goesOn(() => this.#seen.open > 0);
    this.#child.stdin?.end();
    if (this.#child.exitCode === null) await once(this.#child, "exit");
  }

  async #goesOn(unfinished: () => boolean): Promise<void> {
    let last = this.#seen.open;
    let since = performance.now();
    while (unfinished() && performance.now() - since < patienceMs) {
      await sleep(100);
      if (this.#seen.open !== last) since = performance.now();
      last = this.#seen.open;
    }
  }

  get #done(): number {
    return Number.isFinite(this.#seen.open) ? 1 - this.#seen.open / this.#legs : 0;
  }
}

/** The last few wait for what is in doubt; disturbing them for ever would prove nothing more. */
const almost = 0.97;
/** Longer than anything in doubt takes to be cleared up, also on a busy machine. */
const patienceMs = 90_000;
