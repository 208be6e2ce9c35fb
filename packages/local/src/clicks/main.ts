import { parseArgs } from "node:util";
import postgres from "postgres";
import { openAttackWorld } from "../attack/world.ts";
import { settings } from "../env.ts";
import { type ClickedOn, clicks } from "./clicks.ts";

/**
 * `pnpm clicks [--returns=1000]`: each return approved and issued by several clicks at once while Shopify tells
 * everything three times. With `--dashboard` and `--sandbox`, on a stack that is running there, on DATABASE_URL. The last
 * line is JSON; ends badly when anything happened other than once.
 */
const { values } = parseArgs({
  options: {
    returns: { type: "string", default: "1000" },
    dashboard: { type: "string" },
    sandbox: { type: "string" },
  },
  strict: true,
});
const { dashboard, sandbox } = values;
const world = dashboard && sandbox ? besideStack({ dashboard, sandbox }) : await openAttackWorld();
let bad = 1;
try {
  const { reasons, broken, unlike, ...figures } = await clicks(world, Number(values.returns));
  for (const [name, list] of Object.entries({ reasons, broken, unlike }))
    if (list.length > 0) process.stdout.write(`${JSON.stringify({ [name]: list })}\n`);
  process.stdout.write(`${JSON.stringify({ ...figures, unlike: unlike.length })}\n`);
  const { double, lost, unequal, notOnce, human, issuances, returns } = figures;
  bad = double + lost + unequal + notOnce + human + unlike.length + broken.length;
  if (issuances !== returns) bad += 1;
} finally {
  await world.close();
}
process.exit(bad > 0 ? 1 : 0);

function besideStack(at: ClickedOn["at"]): ClickedOn & { close(): Promise<void> } {
  const databaseUrl = settings.databaseUrl ?? "";
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => {} });
  return { at, databaseUrl, sql, close: () => sql.end({ timeout: 2 }) };
}
