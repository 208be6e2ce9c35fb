import { parseArgs } from "node:util";
import { benchDashboard } from "./dashboard.ts";

/**
 * `pnpm bench:dashboard [--returns=50000] [--against=1000] [--seconds=8]`: every list and search of the dashboard at 30
 * requests a second against a production build. One JSON line a list; with `--against` the same in a shop of that many
 * returns, and the ratio of the two. Ends badly when a goal is missed.
 */
const { values } = parseArgs({
  options: {
    returns: { type: "string", default: "50000" },
    against: { type: "string", default: "0" },
    seconds: { type: "string", default: "8" },
  },
  strict: true,
});
const met = await benchDashboard({
  returns: Number(values.returns),
  against: Number(values.against),
  seconds: Number(values.seconds),
});
process.exit(met ? 0 : 1);
