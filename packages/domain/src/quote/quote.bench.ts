/**
 * How many quotes a second one core makes, for a small and a large return: one JSON line each. The goals are the
 * product's own; a machine twice as slow halves the figures, so compare only runs of one machine.
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
    `${JSON.stringify({ bench: "quote", lines, quotesPerSecond, goal, met: quotesPerSecond >= goal })}\n`,
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
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    for (let n = 0; n < 100; n += 1) quote(input);
    made += 100;
  }
  return (made * 1000) / (performance.now() - start);
}
