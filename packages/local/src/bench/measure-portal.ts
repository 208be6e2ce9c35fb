import { parseArgs } from "node:util";
import { benchPortal } from "./portal.ts";

/**
 * `pnpm bench:portal [--seconds=5] [--runs=5]`: every page of the portal on a bad phone beside a plain static page; then
 * look-ups, quotes and returns a second beside a bare server that asks and writes the same. One JSON line a figure; ends badly when a
 * goal is missed.
 */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "5" }, runs: { type: "string", default: "5" } },
  strict: true,
});
process.exit((await benchPortal(values)) ? 0 : 1);
