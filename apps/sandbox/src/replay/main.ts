import { readFileSync } from "node:fs";
import { documentFor, recordingsIn } from "./files.ts";
import { readRecording } from "./recording.ts";
import { replay, type StepResult } from "./replay.ts";

/**
 * `node src/replay/main.ts <folder> [--quiet] [--strict]`: how faithful the stand-in is to a folder of recordings, path by
 * path. A recording it cannot read or play is named and makes it fail; with `--strict` so does every differing path.
 */
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (!folder) {
  process.stderr.write(
    "Say which recordings to replay: node src/replay/main.ts <folder> [--quiet] [--strict]\n",
  );
  process.exit(2);
}
const quiet = process.argv.includes("--quiet");
const strict = process.argv.includes("--strict");
const say = (line: string) => process.stdout.write(`${line}\n`);
let [matched, differing, skipped] = [0, 0, 0];
const points = { steps: 0, requested: 0, actual: 0 };
const broken: string[] = [];
for (const { name, path } of recordingsIn(folder)) {
  const results = await played(name, path);
  if (!results) continue;
  const own = {
    matched: sum(results.map((result) => result.matched)),
    differing: sum(results.map((result) => result.differences.length)),
  };
  say(
    `${own.differing === 0 ? "=" : "≠"} ${name}: ${results.length} requests, ${own.matched} paths matched, ${own.differing} differing`,
  );
  for (const result of results) tell(result);
  matched += own.matched;
  differing += own.differing;
}
const paths = matched + differing;
const share = paths === 0 ? "" : ` (${((100 * matched) / paths).toFixed(2)} %)`;
say(
  `${matched} matched, ${differing} differing${share}, ${skipped} requests not sent, ${broken.length} files not played; ` +
    `points asked for right ${points.requested} of ${points.steps} times, used ${points.actual}`,
);
process.exitCode = broken.length > 0 || (strict && differing > 0) ? 1 : 0;

async function played(name: string, path: string): Promise<StepResult[] | undefined> {
  try {
    const content = JSON.parse(readFileSync(path, "utf8"));
    return await replay(readRecording(name, content, (document) => documentFor(path, document)));
  } catch (error) {
    broken.push(name);
    say(`! ${name}: not played (${error instanceof Error ? error.message.split("\n")[0] : error})`);
    return undefined;
  }
}

function tell(result: StepResult): void {
  if (result.skipped) {
    skipped += 1;
    say(`    ${result.at}: not sent (${result.skipped})`);
  }
  if (!quiet)
    for (const { path, expected, got } of result.differences)
      say(`    ${result.at} › ${path}: recorded ${short(expected)}, here ${short(got)}`);
  if (!result.cost) return;
  points.steps += 1;
  if (result.cost.requested) points.requested += 1;
  if (result.cost.actual) points.actual += 1;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
