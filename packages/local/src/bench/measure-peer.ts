import { parseArgs } from "node:util";
import { benchPeer } from "./peer.ts";

/**
 * `pnpm bench:peer [--seconds=20] [--rounds=3]`: returns made a second, by us and by Medusa, each on fresh orders, in turn
 * on the same machine, and what one costs in CPU. Installs Medusa from the registry for the time of the run. One JSON line
 * a figure; ends badly when a goal is missed.
 */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "20" }, rounds: { type: "string", default: "3" } },
  strict: true,
});
process.exit((await benchPeer(values)) ? 0 : 1);
