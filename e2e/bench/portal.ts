import { parseArgs } from "node:util";
import { load } from "./load.ts";
import { pages } from "./pages.ts";

/** Prints one JSON line a figure: pages on a bad phone, then requests a second. Ends badly when a goal is missed. */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "5" }, runs: { type: "string", default: "5" } },
});
let met = true;
for await (const figure of [pages(Number(values.runs)), load(Number(values.seconds))])
  for (const { ok, ...line } of figure) {
    met &&= ok;
    process.stdout.write(`${JSON.stringify({ bench: "portal", ...line, ok })}\n`);
  }
process.exit(met ? 0 : 1);
