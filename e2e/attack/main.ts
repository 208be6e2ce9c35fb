import { parseArgs } from "node:util";
import { enumeration } from "./enumeration.ts";
import { fuzz } from "./fuzz.ts";
import { links } from "./links.ts";
import { uploads } from "./uploads.ts";

/**
 * `main.ts [--only=portal-links] [--guesses=10000] [--pairs=500] [--requests=20000] [--seed=1] [--pid=]`: the portal as
 * strangers would treat it, against a running stack of one's own, over HTTP only. One line of JSON a part.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    guesses: { type: "string", default: "10000" },
    pairs: { type: "string", default: "500" },
    requests: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    pid: { type: "string" },
  },
});
const parts = {
  "portal-links": () => links(),
  "portal-uploads": () => uploads(values.pid === undefined ? {} : { portalPid: Number(values.pid) }),
  "portal-fuzz": () => fuzz({ requests: Number(values.requests), seed: Number(values.seed) }),
  "portal-enumeration": () =>
    enumeration({ guesses: Number(values.guesses), pairs: Number(values.pairs), allowed: 10 }),
};
const wanted = values.only?.split(",");
for (const [part, attack] of Object.entries(parts)) {
  if (wanted && !wanted.includes(part)) continue;
  const since = performance.now();
  const { ok, ...figures } = await attack();
  const seconds = Math.round((performance.now() - since) / 100) / 10;
  process.stdout.write(`${JSON.stringify({ part, ok, seconds, ...figures })}\n`);
  if (!ok) process.exitCode = 1;
}
process.exit();
