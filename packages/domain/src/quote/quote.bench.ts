/**
 * How many quotes one core makes in a second of its time, for a small and a large return: one JSON line each.
 * Counted in processor time, so that whatever else runs on the machine does not change the figure much. The floor is
 * what the same core reaches in adding the same number of lines up with plain bigints: the least a quote can cost.
 */
import { quote } from "./quote.ts";
import type { QuoteInput } from "./quote-types.ts";
import { line, order, selected } from "./testing/cast.ts";

for (const { lines, goal } of [
  { lines: 3, goal: 100_000 },
  { lines: 50, goal: 10_000 },
]) {
  const input = inputOf(lines);
  const floor = perSecond(() => addUp(input));
  const value = perSecond(() => quote(input));
  const ratio = Number((value / floor).toPrecision(2));
  const line = { bench: "quote", case: `${lines} lines`, value, unit: "quotes/s/core", floor, ratio, goal };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Lines of two units, one of them coming back, with tax on top and a bonus of ten percent. */
function inputOf(count: number): QuoteInput {
  const titles = Array.from({ length: count }, (_, index) => `item-${index}`);
  const from = order(
    "USD",
    titles.map((title, index) => line(title, 2, `${19 + index}.99`, { tax: `1.${10 + (index % 80)}` })),
  );
  return selected(from, Object.fromEntries(titles.map((title) => [title, 1])));
}

/** What no quote can do without: each line's part of what it cost, its part of the tax, and a percentage of all. */
function addUp({ order, selection }: QuoteInput): bigint {
  let items = 0n;
  let tax = 0n;
  for (const { lineItemId, quantity } of selection) {
    for (const line of order.lines) {
      if (line.id !== lineItemId) continue;
      const units = BigInt(quantity);
      const all = BigInt(line.quantity);
      items += (2n * line.paid.minor * units + all) / (2n * all);
      tax += (2n * line.tax.minor * units + all) / (2n * all);
    }
  }
  return items + tax + (2n * items * 1_000n + 10_000n) / 20_000n;
}

/** After a second of warming up, in two seconds of the core's own time. */
function perSecond(work: () => unknown): number {
  measure(work, 1_000);
  return Math.floor(measure(work, 2_000));
}

function measure(work: () => unknown, milliseconds: number): number {
  let made = 0;
  const start = process.cpuUsage();
  for (;;) {
    for (let n = 0; n < 100; n += 1) work();
    made += 100;
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= milliseconds) return (made * 1000) / spent;
  }
}
