import { parseArgs } from "node:util";
import { guestAt, sendReturn } from "../attack/guest.ts";
import { bloom } from "../world/shops.ts";
import { setPace } from "../world/stand-in.ts";
import { type Crew, cpuOf } from "./cpu.ts";
import { guests, press } from "./creating.ts";
import { fire } from "./load.ts";
import { type Medusa, returnAtMedusa, type Served } from "./medusa.ts";

/**
 * A return made, by our portal and by Medusa's store, in turn: returns a second, how long one takes, what it costs. Ours
 * is counted with what it leaves to do, the mirror and the letter, and with Shopify's stand-in on the same cores; Medusa
 * has its orders itself, asks nobody and writes to nobody. Beside both, a bare server that writes our rows and does
 * nothing else: what no portal of ours can pass.
 */
const text = (value: string) => ({ type: "string", default: value }) as const;
const { values } = parseArgs({ options: { seconds: text("20"), rounds: text("3") } });
const seconds = Number(values.seconds);
const medusa: Medusa = JSON.parse(process.env.MEDUSA ?? "{}");
const bare = process.env.BARE_URL ?? "";
const processes: Crew = JSON.parse(process.env.PROCESSES ?? "{}");

/** Medusa takes up to two connections a request of its usual ten: with more than eight at once all may wait for ever. */
const crowds = [
  { connections: 8, pool: "usual" },
  { connections: 32, pool: "wide" },
  { connections: 128, pool: "wide" },
] as const;
const returns = 128;
const goal = 40;
/** In which what is left to do is done. */
const settleMs = 5_000;
let met = true;

await setPace("endless");
const example = (await sendReturn(await guestAt(bloom, "192.0.2.4"))).split("/").at(-1) ?? "";
await press(await guests(256), 8); // what is asked counts from when its compiler has seen it often enough
for (const pool of ["usual", "wide"] as const) await returnAtMedusa(medusa[pool], medusa, 8, seconds);
for (let round = 1; round <= Number(values.rounds); round += 1)
  for (const { connections, pool } of crowds) {
    const ready = await guests(returns);
    const ours = await costing(["portal", "worker", "the stand-in", "PostgreSQL"], async () => ({
      ...(await press(ready, connections)),
      asked: returns,
    }));
    const theirs = await costing([pool, "Medusa's PostgreSQL"], () =>
      returnAtMedusa(medusa[pool], medusa, connections, seconds),
    );
    const about = `${connections} connections, round ${round}`;
    compare(`create a return, ${about}`, ours, theirs);
    await besideBare(about, connections, theirs);
  }
for (const connections of [12, 32]) {
  const crowded = await returnAtMedusa(medusa.usual, medusa, connections, seconds);
  print({ case: `Medusa's usual pool, ${connections} connections`, value: made(crowded), unit: "% made" });
}
await setPace("counted");
process.exit(met ? 0 : 1);

interface Costing extends Served {
  /** Milliseconds of CPU a return, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** What was made and what that cost, with what it left to do. */
async function costing(who: readonly string[], make: () => Promise<Served>): Promise<Costing> {
  await pause(settleMs);
  const crew = Object.fromEntries(who.map((name) => [name, processes[name] ?? 0]));
  const before = cpuOf(crew);
  const served = await make();
  await pause(settleMs);
  const each = Object.entries(cpuOf(crew)).map(([name, used]) => [
    name,
    tenths((used - (before[name] ?? 0)) / served.made),
  ]);
  return { ...served, cpu: Object.fromEntries(each) };
}

function compare(about: string, ours: Costing, theirs: Costing): void {
  const ratio = tenths(ours.perSecond / theirs.perSecond);
  const ok = ours.made === ours.asked && ratio >= goal;
  met &&= ok;
  const both = (of: (each: Costing) => number) => ({ case: about, value: of(ours), floor: of(theirs) });
  print({
    ...both((each) => each.perSecond),
    unit: "returns/s",
    ratio,
    goal: `≥ ${goal} times Medusa's`,
    ok,
  });
  for (const percent of [50, 99])
    print({ ...both((each) => percentile(each.times, percent)), unit: `ms p${percent}` });
  print({ ...both(made), unit: "% made" });
  const cost = both(({ cpu }) => tenths(Object.values(cpu).reduce((sum, ms) => sum + ms, 0)));
  const by = { ours: ours.cpu, Medusa: theirs.cpu };
  print({ ...cost, unit: "ms of CPU a return", ratio: tenths(cost.floor / cost.value), by });
}

async function besideBare(about: string, connections: number, theirs: Costing): Promise<void> {
  const wish = { url: `${bare}/?return=${example}`, method: "POST" } as const;
  const { perSecond } = await fire(wish, connections, seconds);
  print({
    case: `a bare server writes our rows, ${about}`,
    value: perSecond,
    floor: theirs.perSecond,
    unit: "returns/s",
    ratio: tenths(perSecond / theirs.perSecond),
  });
}

function made({ made, asked }: Served): number {
  return Math.round((made / asked) * 100);
}

function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0);
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function pause(ms: number): Promise<void> {
  return new Promise((later) => setTimeout(later, ms));
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "peer", ...figures })}\n`);
}
