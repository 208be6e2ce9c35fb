import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attack, short, shortParts } from "../attack/attack.ts";
import { attackOn } from "../attack/world.ts";
import { privatePorts } from "../ports/choose-ports.ts";
import { Crew } from "../processes/crew.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { type Outcome, Progress } from "../progress/progress.ts";
import { repository } from "../repository.ts";
import { bringUp, type Stack } from "../stack/bring-up.ts";
import { type Folders, openFolders, temporaryFolders } from "../stack/folders.ts";
import { clicks } from "./clicks.ts";
import { journeys } from "./journeys.ts";
import { formatAndLint, types } from "./static-checks.ts";
import { nothing, sum, type Tally, tallyOfJourneys, tallyOfUnits } from "./tally.ts";
import { units } from "./units.ts";

export type Part = "check" | "unit" | "e2e";

/** One run of the checks: its processes, its folders, and what it says meanwhile. */
export class Verification {
  readonly crew: Crew;
  readonly #folders: Folders = temporaryFolders();
  readonly #progress = new Progress();
  #troubled = false;
  /** How many of the product's processes ended by themselves: of nothing else is told while it runs. */
  #exits = 0;

  constructor() {
    this.crew = new Crew(this.#folders.all);
    openFolders(this.#folders);
  }

  /** Runs one part and counts it: tests one by one, a static check only when it fails. */
  run(part: Part): Promise<Tally> {
    return { check: () => this.#check(), unit: () => this.#unit(), e2e: () => this.#e2e() }[part]();
  }

  /** Ends every process and removes every folder; what explains a failure stays in e2e/test-results. */
  async close(): Promise<void> {
    await this.crew.end();
    const results = join(repository, "e2e", "test-results");
    if (this.#troubled) cpSync(this.#folders.logs, join(results, "logs"), { recursive: true });
    else rmSync(results, { recursive: true, force: true });
    for (const folder of this.#folders.all) rmSync(folder, { recursive: true, force: true });
  }

  async #check(): Promise<Tally> {
    const lint = await this.#tool("Format and lint", formatAndLint, (well) => (well ? nothing : oneFailure));
    const typed = await this.#tool("Types", types, (well) => (well ? nothing : oneFailure));
    return sum([lint, typed]);
  }

  #unit(): Promise<Tally> {
    const report = join(this.#folders.logs, "units.json");
    return this.#tool("Unit and integration tests", units(report), (well) => tallyOfUnits(report, well));
  }

  async #e2e(): Promise<Tally> {
    const report = join(this.#folders.logs, "journeys.json");
    try {
      const at = await this.#stack();
      const told = await this.#tool("Journeys", journeys(report, at), (well) =>
        tallyOfJourneys(report, well),
      );
      if (this.crew.isEnding) return told;
      const clicked = await this.#tool("Clicks from all sides", clicks(at), (well) =>
        well ? { ...nothing, passed: 1 } : oneFailure,
      );
      return this.crew.isEnding ? told : sum([told, clicked, await this.#attacks(at)]);
    } catch (error) {
      this.#troubled = true;
      this.#progress.say(error instanceof Error ? error.message : String(error));
      return oneFailure;
    }
  }

  /** Every kind of attack, of each a part, on what the journeys have left. */
  #attacks(at: Stack): Promise<Tally> {
    const attacks = async () => {
      const { databaseUrl } = at;
      const exits = () => this.#exits;
      const world = attackOn({ at, databaseUrl, photos: this.#folders.photos, exits });
      try {
        const told = (result: object & { ok: boolean }) =>
          result.ok || this.#progress.say(JSON.stringify(result));
        const results = await attack(world, short, shortParts, told);
        const passed = results.filter(({ ok }) => ok).length;
        return { ...nothing, passed, failed: results.length - passed };
      } finally {
        await world.close();
      }
    };
    return this.#progress.step("Attacks", attacks, outcome);
  }

  async #stack() {
    const say = (line: string) => {
      this.#exits += 1;
      this.#progress.say(line);
    };
    const watchman = { crew: this.crew, logs: this.#folders.logs, say, giveUp: say };
    const wishes = { ports: await privatePorts(), folders: this.#folders, throwaway: true };
    return bringUp(wishes, watchman, this.#progress);
  }

  /** Runs a tool as a step, counts its result, and shows what it said when anything failed. */
  async #tool(doing: string, program: Program, count: (well: boolean) => Tally): Promise<Tally> {
    const work = async () => {
      const { well } = await startProgram(this.crew, program, this.#folders.logs).ended;
      return count(well);
    };
    const tally = await this.#progress.step(doing, work, outcome);
    if (tally.failed > 0 && !this.crew.isEnding) {
      this.#troubled = true;
      this.#progress.say(lastPage(join(this.#folders.logs, `${program.name}.log`)));
    }
    return tally;
  }
}

const oneFailure: Tally = { ...nothing, failed: 1 };

function outcome({ passed, failed }: Tally): Outcome {
  if (passed + failed === 0) return { well: true, said: "" };
  return {
    well: failed === 0,
    said: failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`,
  };
}

/** The end of a log, as much as one wants to see in a terminal; the whole of it stays in e2e/test-results/logs. */
function lastPage(log: string): string {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  const shown = lines.slice(-250).map((line) => `    ${line}`);
  return [...(lines.length > shown.length ? ["    …"] : []), ...shown].join("\n");
}
