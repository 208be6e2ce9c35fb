import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Course } from "./course.ts";
import type { ChaosWorld } from "./world.ts";

export const worker = "apps/worker/src/main.ts";

export interface Counted {
  kills: number;
  stops: number;
  restarts: number;
}

/**
 * Three workers that are killed and frozen at any moment of their work, over a database whose power fails now and then.
 * One that is only being started is left alone: on a busy machine nobody would ever come to work.
 */
export class Trouble {
  readonly counted: Counted = { kills: 0, stops: 0, restarts: 0 };
  readonly #world: ChaosWorld;
  readonly #workers = new Set<ChildProcess>();
  readonly #atWork = new Set<ChildProcess>();
  readonly #frozen = new Set<ChildProcess>();
  #ended = false;

  constructor(world: ChaosWorld) {
    this.#world = world;
    for (let i = 0; i < 3; i += 1) this.#hire();
  }

  /** Makes so much trouble in the course of the work. */
  async make(wish: Counted, course: Course): Promise<void> {
    await Promise.all([
      course.spread(wish.kills, () => this.#kill()),
      course.spread(wish.stops, () => this.#freeze()),
      course.spread(wish.restarts, () => this.#restart()),
    ]);
  }

  /** The workers go on; nobody disturbs them any more, and whoever stood still goes on too. */
  calm(): void {
    for (const child of this.#frozen) child.kill("SIGCONT");
  }

  end(): void {
    this.#ended = true;
    for (const child of this.#workers) child.kill("SIGKILL");
  }

  #hire(): void {
    const child = this.#world.start(worker);
    if (child.stdout)
      createInterface(child.stdout).on("line", (line) => {
        if (line.includes("worker is ready")) this.#atWork.add(child);
      });
    this.#workers.add(child);
    child.once("exit", () => {
      this.#workers.delete(child);
      this.#atWork.delete(child);
      this.#frozen.delete(child);
      if (!this.#ended) setTimeout(() => this.#ended || this.#hire(), 50);
    });
  }

  async #kill(): Promise<void> {
    const child = await this.#someone();
    this.#atWork.delete(child);
    child.kill("SIGKILL");
    this.counted.kills += 1;
  }

  /** Stands still for up to four seconds: longer than a lease, and longer than most requests take to be given up. */
  async #freeze(): Promise<void> {
    const child = await this.#someone();
    child.kill("SIGSTOP");
    this.#frozen.add(child);
    this.counted.stops += 1;
    setTimeout(
      () => {
        this.#frozen.delete(child);
        child.kill("SIGCONT");
      },
      300 + Math.random() * 3_700,
    );
  }

  async #restart(): Promise<void> {
    await this.#world.restartDatabase();
    this.counted.restarts += 1;
  }

  async #someone(): Promise<ChildProcess> {
    for (;;) {
      const awake = [...this.#atWork].filter((child) => !this.#frozen.has(child));
      const child = awake[Math.floor(Math.random() * awake.length)];
      if (child) return child;
      await sleep(50);
    }
  }
}
