import type { Line } from "./line.ts";
import type { Records } from "./records.ts";
import { Forgotten } from "./rows.ts";
import type { Timeline } from "./timeline.ts";
import type { Trouble } from "./trouble.ts";
import { AnswerLost, type Effect, type Worker, type World, worker } from "./worker.ts";

const second = 1_000;

/** Workers that do what the product's do, and are killed and frozen at every step. Who dies is replaced. */
export class Crew {
  readonly #time: Timeline;
  readonly #records: Records;
  readonly #trouble: Trouble;
  readonly #line: Line;
  readonly #world: World;

  constructor(time: Timeline, records: Records, trouble: Trouble, line: Line, world: World) {
    this.#time = time;
    this.#records = records;
    this.#trouble = trouble;
    this.#line = line;
    this.#world = world;
  }

  hire(): void {
    this.#resume(worker(this.#world), undefined);
  }

  #resume(running: Worker, given: unknown, lost = false): void {
    if (this.#trouble.kills()) {
      this.#time.after(this.#trouble.takesMs(5 * second), () => this.hire());
      return;
    }
    const go = () => {
      const { value } = lost ? running.throw(new AnswerLost()) : running.next(given as never);
      this.#carryOut(running, value);
    };
    this.#after(this.#trouble.freezesMs(), go);
  }

  #carryOut(running: Worker, effect: Effect): void {
    switch (effect.wait) {
      case "sleep":
        this.#time.after(effect.ms, () => this.#resume(running, undefined));
        return;
      case "records":
        this.#time.after(1 + this.#trouble.takesMs(20), () => this.#transact(running, effect));
        return;
      case "read":
        this.#line.read(effect.leg, effect.token, (seen) => this.#resume(running, seen));
        return;
      case "send":
        this.#after(this.#trouble.freezesAtSocketMs(), () =>
          this.#line.send(effect, (answer) => this.#resume(running, answer)),
        );
    }
  }

  #transact(running: Worker, { run }: Extract<Effect, { wait: "records" }>): void {
    const lost = this.#trouble.losesAnswer();
    const result = lost === "not_committed" ? new Forgotten() : this.#commit(run);
    this.#resume(running, result, lost !== null || result instanceof Forgotten);
  }

  #commit(run: (records: Records) => unknown): unknown {
    try {
      return run(this.#records);
    } catch (error) {
      if (error instanceof Forgotten) return error;
      throw error;
    }
  }

  #after(ms: number, happen: () => void): void {
    if (ms > 0) this.#time.after(ms, happen);
    else happen();
  }
}
