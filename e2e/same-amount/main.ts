import { parseArgs } from "node:util";
import { bloom, fjord, kumo } from "../world/shops.ts";
import { askAndCompare, diceOf, isOne, type Said, signInStaff } from "./same-amount.ts";

/**
 * `main.ts [--returns=200] [--seed=1]`, against a running stack: the amount on card, review page, button, confirmation,
 * status page (read by somebody else, in German), letter and dashboard is one and the same. Over HTTP only. The last
 * line is JSON; ends badly when one differs.
 */
const { values } = parseArgs({
  options: { returns: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const returns = Number(values.returns);
const seed = Number(values.seed);
const shops = await Promise.all(
  [bloom, fjord, kumo].map(async (shop) => ({ shop, staff: await signInStaff(shop.owner) })),
);
const different: Said[] = [];
let compared = 0;

/** One line of customers per shop, so that a shop's staff read one page at a time. */
await Promise.all(
  shops.map(async ({ shop, staff }, line) => {
    const dice = diceOf(seed * 1_000 + line);
    for (let n = line; n < returns; n += shops.length) {
      const said = await askAndCompare(shop, staff, dice);
      if (!isOne(said)) different.push(said);
      compared += 1;
      if (compared % 20 === 0) process.stderr.write(`${compared} of ${returns}\n`);
    }
  }),
);
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
const figures = { bench: "same-amount", returns: compared, seed, different: different.length };
process.stdout.write(`${JSON.stringify({ ...figures, examples: different.slice(0, 3) }, plain)}\n`);
process.exitCode = different.length === 0 && compared === returns ? 0 : 1;
