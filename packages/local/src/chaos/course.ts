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
  readonly #troubled: number;
  readonly #seen = { open: Number.POSITIVE_INFINITY, dropped: 0 };
  #over = false;

  /** Things happen in the first `troubled` share of the work; `drops` connections to the database are dropped in it. */
  constructor(
    world: ChaosWorld,
    wish: { readonly legs: number; readonly troubled: number; readonly drops: number },
  ) {
    this.#legs = wish.legs;
    this.#troubled = wish.troubled;
    this.#child = world.start(
      "packages/domain/src/testing/chaos/side.ts",
      String(wish.drops),
      String(wish.legs),
      String(wish.troubled),
    );
    if (this.#child.stdout)
      createInterface(this.#child.stdout).on("line", (line) => Object.assign(this.#seen, JSON.parse(line)));
  }

  get dropped(): number {
    return this.#seen.dropped;
  }

  /** Does something so many times, at moments of chance. */
  async spread(times: number, what: () => Promise<void>): Promise<void> {
    const moments = Array.from({ length: times }, () => Math.random() * this.#troubled).sort((a, b) => a - b);
    for (const moment of moments) {
      while (this.#done < moment && !this.#over) await sleep(25 + Math.random() * 100);
      if (this.#over) return;
      await what();
    }
  }

  /** The troubled share is done, or nothing moves any more: the trouble may end. */
  async untilPeace(): Promise<void> {
    await this.#goesOn(() => this.#done < this.#troubled);
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

/** Longer than anything in doubt takes to be cleared up, also on a busy machine. */
const patienceMs = 90_000;
