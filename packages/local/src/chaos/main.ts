import { parseArgs } from "node:util";
import { chaos, type Judged } from "./chaos.ts";
import { lostCommits } from "./lost-commits.ts";

/**
 * `pnpm chaos [--issuances=10000]`, and with `--restore`, `--failover` or `--sync-failover` the run in which the database
 * forgets. The last line is JSON; ends badly when money moved twice, was lost, or too many ask a person.
 */
const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({
  options: { issuances: { type: "string" }, restore: flag, failover: flag, "sync-failover": flag },
  strict: true,
});
const how = (["restore", "failover", "sync-failover"] as const).find((way) => values[way]);
const told: Judged = how
  ? await lostCommits(how, Number(values.issuances ?? 600))
  : await chaos(Number(values.issuances ?? 10_000));
const { reasons, broken, unequal, ...figures } = told;
if (reasons.length > 0) process.stdout.write(`${JSON.stringify({ reasons })}\n`);
if (broken.length > 0 || unequal > 0) process.stdout.write(`${JSON.stringify({ unequal, broken })}\n`);
process.stdout.write(`${JSON.stringify(figures)}\n`);
const bad = figures.double + figures.lost + unequal + broken.length;
process.exit(bad > 0 || figures.human > figures.issuances * 0.005 + 1 ? 1 : 0);
