import { parseArgs } from "node:util";
import { bloom, fjord, kumo } from "../world/shops.ts";
import { askAndCompare, type Said, signInStaff } from "./same-amount.ts";

/**
 * `pnpm same-amount [--returns=200] [--seed=1]`, against a running `npm start`: the amount on card, review page, button,
 * confirmation, status page, letter and dashboard is one and the same. Over HTTP only. The last line is JSON.
 */
const { values } = parseArgs({
  options: { returns: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
let state = Number(values.seed);
/** The same dice for the same seed (mulberry32). */
const dice = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
const shops = await Promise.all(
  [bloom, fjord, kumo].map(async (shop) => ({ shop, staff: await signInStaff(shop.owner) })),
);
const different: Said[] = [];
const returns = Number(values.returns);
for (let n = 0; n < returns; n += 1) {
  const { shop, staff } = shops[n % shops.length] ??
    shops[0] ?? { shop: bloom, staff: await signInStaff(bloom.owner) };
  const said = await askAndCompare(shop, staff, dice);
  const all = new Set(Object.values(said.amounts).map(({ minor, currency }) => `${minor} ${currency}`));
  if (all.size !== 1) different.push(said);
  if ((n + 1) % 20 === 0) process.stdout.write(`${n + 1} of ${returns}\n`);
}
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
process.stdout.write(
  `${JSON.stringify({ bench: "same-amount", returns, different: different.length, examples: different.slice(0, 3) }, plain)}\n`,
);
process.exitCode = different.length === 0 ? 0 : 1;
