import { parseArgs } from "node:util";
import { benchWebhooks } from "./webhooks.ts";

/**
 * `pnpm bench:webhooks [--per-second=300] [--seconds=120]`: signed webhooks over HTTP while no worker runs, then a worker
 * that catches up. One JSON line a figure; ends badly when a goal is missed.
 */
const { values } = parseArgs({
  options: {
    "per-second": { type: "string", default: "300" },
    seconds: { type: "string", default: "120" },
  },
  strict: true,
});
const met = await benchWebhooks({
  perSecond: Number(values["per-second"]),
  seconds: Number(values.seconds),
});
process.exit(met ? 0 : 1);
