import { parseArgs } from "node:util";
import { creating } from "./creating.ts";
import { load } from "./load.ts";
import { pages } from "./pages.ts";

/**
 * Prints one JSON line a figure: pages on a bad phone, then returns made, then requests a second, last because thousands of
 * look-ups are worked off for a while. Ends badly when a goal is missed.
 */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "5" }, runs: { type: "string", default: "5" } },
});
let met = true;
const [runs, seconds] = [Number(values.runs), Number(values.seconds)];
for (const measure of [() => pages(runs), () => creating(seconds), () => load(seconds)])
  for (const { ok, ...line } of await measure()) {
    met &&= ok;
    process.stdout.write(`${JSON.stringify({ bench: "portal", ...line, ok })}\n`);
  }
process.exit(met ? 0 : 1);
