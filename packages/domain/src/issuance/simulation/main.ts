import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Mutant, mutants } from "./mutants.ts";
import type { Outcome } from "./outcome.ts";
import { simulate } from "./simulate.ts";

/**
 * `pnpm sim` runs 40,000 seeds; `--seeds=N`, `--first=N`, `--seed=N` (one seed, told in full), `--mutant=name`. The
 * last line is JSON. Ends badly when money moved twice, was claimed wrongly or got stuck, or too many ask a person.
 */
if (isMainThread) await main();
else parentPort?.postMessage(runAll(workerData as Share));

interface Share {
  readonly first: number;
  readonly last: number;
  readonly mutant: Mutant | null;
}

async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { seeds: text, first: text, seed: text, mutant: text },
    strict: true,
  });
  const mutant = mutants.find((name) => name === values.mutant) ?? null;
  if (values.seed !== undefined) {
    say(simulate(Number(values.seed), mutant));
    return;
  }
  const seeds = Number(values.seeds ?? 40_000);
  const first = Number(values.first ?? 1);
  const cores = Math.min(2, availableParallelism());
  const share = Math.ceil(seeds / cores);
  const parts = await Promise.all(
    Array.from({ length: cores }, (_, i) =>
      inParallel({
        first: first + i * share,
        last: Math.min(first + (i + 1) * share, first + seeds) - 1,
        mutant,
      }),
    ),
  );
  const all = parts.reduce(add);
  const { bad, reasons, ...figures } = all;
  if (bad.length > 0) say({ replay: bad.slice(0, 10).map((seed) => `pnpm sim --seed=${seed}`) });
  say({ reasons: Object.fromEntries(reasons) });
  say({ seeds, ...figures });
  if (bad.length > 0 || all.human > all.issuances * 0.02) process.exitCode = 1;
}

interface Total {
  issuances: number;
  double: number;
  falseConfirm: number;
  stuck: number;
  human: number;
  bad: number[];
  reasons: Map<string, number>;
}

function runAll({ first, last, mutant }: Share): Total {
  let total: Total = {
    issuances: 0,
    double: 0,
    falseConfirm: 0,
    stuck: 0,
    human: 0,
    bad: [],
    reasons: new Map(),
  };
  for (let seed = first; seed <= last; seed += 1) total = add(total, totalOf(seed, simulate(seed, mutant)));
  return total;
}

function totalOf(seed: number, { reasons, ...figures }: Outcome): Total {
  const isBad = figures.double > 0 || figures.falseConfirm > 0 || figures.stuck > 0;
  return { ...figures, bad: isBad ? [seed] : [], reasons: new Map(reasons.map((reason) => [reason, 1])) };
}

function add(a: Total, b: Total): Total {
  for (const [reason, times] of b.reasons) a.reasons.set(reason, (a.reasons.get(reason) ?? 0) + times);
  a.bad.push(...b.bad);
  a.issuances += b.issuances;
  a.double += b.double;
  a.falseConfirm += b.falseConfirm;
  a.stuck += b.stuck;
  a.human += b.human;
  return a;
}

function inParallel(share: Share): Promise<Total> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: share });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
