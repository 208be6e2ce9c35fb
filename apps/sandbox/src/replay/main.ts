import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRecording } from "./recording.ts";
import { replay } from "./replay.ts";

/** `node src/replay/main.ts <folder>`: how faithful the stand-in is to a folder of recordings, path by path. */
const folder = process.argv[2];
if (!folder) {
  process.stderr.write(
    "Say which folder of recordings to replay: node src/replay/main.ts <folder> [--quiet]\n",
  );
  process.exit(2);
}
const quiet = process.argv.includes("--quiet");
const say = (line: string) => process.stdout.write(`${line}\n`);
let [matched, differing] = [0, 0];
const points = { steps: 0, requested: 0, actual: 0 };
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()) {
  const results = await replay(readRecording(file, JSON.parse(readFileSync(join(folder, file), "utf8"))));
  const own = {
    matched: sum(results.map((result) => result.matched)),
    differing: sum(results.map((result) => result.differences.length)),
  };
  say(
    `${own.differing === 0 ? "=" : "≠"} ${file}: ${results.length} requests, ${own.matched} paths matched, ${own.differing} differing`,
  );
  for (const result of results) {
    if (result.skipped) say(`    ${result.at}: not sent (${result.skipped})`);
    if (!quiet)
      for (const { path, expected, got } of result.differences)
        say(`    ${result.at} › ${path}: recorded ${short(expected)}, here ${short(got)}`);
    if (!result.cost) continue;
    points.steps += 1;
    if (result.cost.requested) points.requested += 1;
    if (result.cost.actual) points.actual += 1;
  }
  matched += own.matched;
  differing += own.differing;
}
say(
  `${matched} matched, ${differing} differing; points asked for right ${points.requested} of ${points.steps} times, used ${points.actual}`,
);
process.exitCode = differing === 0 ? 0 : 1;

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
