import { parseArgs } from "node:util";
import { ChaosWorld } from "../chaos/world.ts";

const bench = "packages/domain/src/testing/bench";

/**
 * `pnpm bench:issue [--seconds=60] [--queued=5000] [--credits=400]`: issuing at each plan's rate, without a rate, beside a
 * busy shop, and from intent to wire; one JSON line each. Every case has a database and a stand-in of its own.
 */
const text = { type: "string" } as const;
const { values } = parseArgs({ options: { seconds: text, queued: text, credits: text }, strict: true });
const { seconds = "60", queued = "5000", credits = "400" } = values;
const cases: readonly (readonly string[])[] = [
  ["plan.ts", "standard", seconds],
  ["plan.ts", "advanced", seconds],
  ["plan.ts", "plus", seconds],
  ["plan.ts", "enterprise", seconds],
  ["ceiling.ts", credits],
  ["fairness.ts", queued],
  ["wire.ts", "60"],
];
for (const [program = "", ...args] of cases) {
  const world = await ChaosWorld.open({ patience: {} });
  try {
    process.stdout.write(`${await world.run(`${bench}/${program}`, ...args)}\n`);
  } finally {
    await world.close();
  }
}
process.exit(0);
