import { parseArgs } from "node:util";
import { benchFlow } from "./flow.ts";

/**
 * `pnpm bench:flow [--minutes=5] [--warm-up=30] [--customers=24]`: from the portal's first page to the letter about the
 * credit, over HTTP alone, so many customers at once. One JSON line a figure, with what each process used of the CPU; ends
 * badly when a goal is missed.
 */
const text = (value: string) => ({ type: "string", default: value }) as const;
const { values } = parseArgs({
  options: { minutes: text("5"), "warm-up": text("30"), customers: text("24") },
  strict: true,
});
const { minutes, customers, "warm-up": warmUp } = values;
process.exit((await benchFlow({ minutes, warmUp, customers })) ? 0 : 1);
