import { parseArgs } from "node:util";
import { openAttackWorld } from "../attack/world.ts";
import { clicks } from "./clicks.ts";

/**
 * `pnpm clicks [--returns=1000]`: each return approved and issued by several clicks at once while Shopify tells
 * everything three times. The last line is JSON; ends badly when anything happened other than once.
 */
const { values } = parseArgs({ options: { returns: { type: "string", default: "1000" } }, strict: true });
const world = await openAttackWorld();
try {
  const told = await clicks(world, Number(values.returns));
  const { reasons, broken, unlike, ...figures } = told;
  if (unlike.length > 0) process.stdout.write(`${JSON.stringify({ unlike })}\n`);
  if (reasons.length > 0) process.stdout.write(`${JSON.stringify({ reasons })}\n`);
  if (broken.length > 0) process.stdout.write(`${JSON.stringify({ broken })}\n`);
  process.stdout.write(`${JSON.stringify({ ...figures, unlike: unlike.length })}\n`);
  const { double, lost, unequal, notOnce, human } = told;
  const bad = double + lost + unequal + notOnce + human + unlike.length + broken.length;
  process.exitCode = bad > 0 || told.issuances !== told.returns ? 1 : 0;
} finally {
  await world.close();
}
process.exit();
