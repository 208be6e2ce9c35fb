import { parseArgs } from "node:util";
import { bypass } from "./parts/bypass.ts";
import { forgery } from "./parts/forgery.ts";
import { fuzz } from "./parts/fuzz.ts";
import { matrix } from "./parts/matrix.ts";
import { openAttackWorld } from "./world.ts";

/**
 * `pnpm attack [--only=matrix,fuzz] [--requests=20000] [--seed=1]`: the whole product as strangers would treat it. One
 * line of JSON a part; ends badly when a part is not ok.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    requests: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
  },
  strict: true,
});

const parts = {
  bypass,
  matrix,
  forgery: (world: Parameters<typeof forgery>[0]) => forgery(world),
  fuzz: (world: Parameters<typeof fuzz>[0]) =>
    fuzz(world, { requests: Number(values.requests), seed: Number(values.seed) }),
};

const wanted = values.only?.split(",") ?? Object.keys(parts);
const world = await openAttackWorld();
let bad = 0;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue;
    const since = performance.now();
    const { ok, ...figures } = await part(world);
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    process.stdout.write(`${JSON.stringify({ part: name, ok, seconds, ...figures })}\n`);
    if (!ok) bad += 1;
  }
} finally {
  await world.close();
}
process.exit(bad > 0 ? 1 : 0);
