/**
 * How many quotes one core makes in a second of its time, for a small and a large return: one JSON line each.
 * Counted in processor time, so that whatever else runs on the machine does not change the figure much.
 */
import { quote } from "./quote.ts";
import type { QuoteInput } from "./quote-types.ts";
import { line, order, selected } from "./testing/cast.ts";

for (const { lines, goal } of [
  { lines: 3, goal: 100_000 },
  { lines: 50, goal: 10_000 },
]) {
  const input = inputOf(lines);
  measure(input, 1_000);
  const quotesPerSecond = Math.floor(measure(input, 2_000));
  process.stdout.write(
    `${JSON.stringify({ bench: "quote", lines, quotesPerSecond, of: "one core", goal, met: quotesPerSecond >= goal })}\n`,
  );
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

function measure(input: QuoteInput, milliseconds: number): number {
  let made = 0;
  const start = process.cpuUsage();
  for (;;) {
    for (let n = 0; n < 100; n += 1) quote(input);
    made += 100;
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= milliseconds) return (made * 1000) / spent;
  }
}
