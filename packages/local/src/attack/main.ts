import { parseArgs } from "node:util";
import { keptFolders } from "../stack/folders.ts";
import { attack, parts, short, shortParts } from "./attack.ts";
import { attackOn, openAttackWorld } from "./world.ts";

/**
 * `pnpm attack [--only=matrix,fuzz] [--requests=20000] [--guesses=10000] [--seed=1] [--short]`: the whole product as strangers would treat
 * it. One line of JSON a part and one for the whole; ends badly when a part is not ok. With `--dashboard`, `--portal`,
 * `--sandbox` and `--database` it attacks a demo that runs already.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    requests: { type: "string", default: "20000" },
    guesses: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    short: { type: "boolean", default: false },
    dashboard: { type: "string" },
    portal: { type: "string", default: "http://localhost:3001" },
    sandbox: { type: "string", default: "http://localhost:3002" },
    database: { type: "string" },
  },
  strict: true,
});

const { dashboard, portal, sandbox, database } = values;
const whole = {
  requests: Number(values.requests),
  seed: Number(values.seed),
  forged: 10_000,
  replays: 1_000,
  guesses: Number(values.guesses),
  pairs: 500,
  oneIn: 1,
};
const world =
  dashboard && database
    ? attackOn({ at: { dashboard, portal, sandbox }, databaseUrl: database, photos: keptFolders().photos })
    : await openAttackWorld();
const wanted = values.only?.split(",") ?? (values.short ? shortParts : Object.keys(parts));
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const results = await attack(world, values.short ? short : whole, wanted, say);
  const ok = results.every((result) => result.ok);
  const seconds = Math.round(results.reduce((sum, result) => sum + result.seconds, 0));
  say({
    attack: values.short ? "short" : "whole",
    ok,
    seconds,
    parts: Object.fromEntries(results.map((r) => [r.part, r.ok])),
  });
  process.exitCode = ok ? 0 : 1;
} finally {
  await world.close();
}
process.exit();
