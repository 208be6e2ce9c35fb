import { parseArgs } from "node:util";
import { toDecimal } from "@kept/money";
import { agree, type Difference } from "./agreement.ts";

/**
 * `node agree.ts --stand-in=http://… [--orders=5000] [--seed=…]`: whether Kept's base is what Shopify suggests. Says
 * the seed, a line now and then, and every case that must not be; ends with 1 when there was one.
 */
const { values } = parseArgs({
  options: {
    "stand-in": { type: "string" },
    orders: { type: "string", default: "5000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const standIn = values["stand-in"];
if (!standIn) throw new Error("Where is the stand-in? --stand-in=http://localhost:3002");

say(`Seed ${values.seed}`);
const found = await agree({ standIn, seed: Number(values.seed), orders: Number(values.orders), say });
for (const difference of found.differences.slice(0, 3)) say(`\n${inFull(difference)}`);
const { sequence, fee_rounding } = found.byRule;
say(
  `\n${found.equal} returns promised at what Shopify would refund, ${found.differences.length} at something nobody can explain. ${sequence + fee_rounding} part from it by a rule, each to the minor unit: ${sequence} by the sequence of two returns, ${fee_rounding} by a fee that continues (ADR 13). ${found.passedOver} orders had nothing to return.`,
);
process.exitCode = found.differences.length === 0 ? 0 : 1;

function inFull({ ours, shopify, ...rest }: Difference): string {
  const sums = `Kept ${toDecimal(ours)} ${ours.currency}, Shopify ${toDecimal(shopify)} ${shopify.currency}`;
  const facts = JSON.stringify(rest, (_, part) => (typeof part === "bigint" ? String(part) : part), 2);
  return `${sums}\n${facts}`;
}
