import { parseArgs } from "node:util";
import { chaos } from "./chaos.ts";

/** `pnpm chaos [--issuances=10000]`. The last line is JSON; ends badly when money moved twice, was lost, or too many ask. */
const { values } = parseArgs({ options: { issuances: { type: "string", default: "10000" } }, strict: true });
const { reasons, broken, unequal, ...figures } = await chaos(Number(values.issuances));
if (reasons.length > 0) process.stdout.write(`${JSON.stringify({ reasons })}\n`);
if (broken.length > 0 || unequal > 0) process.stdout.write(`${JSON.stringify({ unequal, broken })}\n`);
process.stdout.write(`${JSON.stringify(figures)}\n`);
const bad = figures.double + figures.lost + unequal + broken.length;
process.exit(bad > 0 || figures.human > figures.issuances * 0.005 + 1 ? 1 : 0);
