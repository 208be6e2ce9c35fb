import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { ChaosWorld } from "./world.ts";

const worker = "apps/worker/src/main.ts";

export interface Counted {
  kills: number;
  stops: number;
  restarts: number;
}

/** Three workers that are killed and frozen at any moment, over a database whose power fails now and then. */
export class Trouble {
  readonly counted: Counted = { kills: 0, stops: 0, restarts: 0 };
  readonly #world: ChaosWorld;
  readonly #workers = new Set<ChildProcess>();
  readonly #frozen = new Set<ChildProcess>();
  #ended = false;

  constructor(world: ChaosWorld) {
    this.#world = world;
    for (let i = 0; i < 3; i += 1) this.#hire();
  }

  /** Makes trouble until `stop`: so often per second each, at moments of chance. */
  async make(per: { kills: number; stops: number; restarts: number }, stop: AbortSignal): Promise<void> {
    const every = async (perSecond: number, what: () => Promise<void> | void) => {
      while (!stop.aborted) {
        await sleep((500 + Math.random() * 1_000) / perSecond, undefined, { signal: stop }).catch(() => {});
        if (!stop.aborted) await what();
      }
    };
    await Promise.all([
      every(per.kills, () => this.#kill()),
      every(per.stops, () => this.#freeze()),
      every(per.restarts, () => this.#restart()),
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
    child.stdout?.resume();
    this.#workers.add(child);
    child.once("exit", () => {
      this.#workers.delete(child);
      this.#frozen.delete(child);
      if (!this.#ended) setTimeout(() => this.#ended || this.#hire(), 50);
    });
  }

  #kill(): void {
    const child = this.#someone();
    if (!child) return;
    child.kill("SIGKILL");
    this.counted.kills += 1;
  }

  /** Stands still for up to four seconds: longer than a lease, and longer than most requests take to be given up. */
  #freeze(): void {
    const child = this.#someone();
    if (!child) return;
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

  #someone(): ChildProcess | undefined {
    const awake = [...this.#workers].filter((child) => !this.#frozen.has(child));
    return awake[Math.floor(Math.random() * awake.length)];
  }
}
