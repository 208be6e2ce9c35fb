import { sql } from "@kept/database";
import { foldFigures } from "../../report/fold-figures.ts";
import { homeFigures, liability, sumCredits } from "../../report/index.ts";
import { workerContext } from "../../shop/index.ts";
import { demoShop } from "./demo-shop.ts";
import { rounded, say } from "./say.ts";

/** `figures.ts <shop>`: how long the sums of Home and of the reports take over all credits of a shop, in the middle of several times. */
const [handle = ""] = process.argv.slice(2);
const { tools, shopId } = await demoShop(handle);
const ctx = await workerContext(tools, shopId);
if (!ctx) throw new Error(`${handle} is not connected`);
const started = performance.now();
await foldFigures(ctx);
process.stderr.write(`folded once in ${rounded((performance.now() - started) / 1_000)} s\n`);
const [held] = await ctx.inShop((tx) =>
  tx.execute<{ n: number }>(sql`select count(*)::int as n from credits where shop_id = ${shopId}`),
);
const sums: Record<string, () => Promise<unknown>> = {
  Home: () => homeFigures(ctx),
  "totals of all credits": () => sumCredits(ctx, {}),
  "totals of a state": () => sumCredits(ctx, { state: "spent" }),
  "totals of a span of days": () => sumCredits(ctx, { from: "2026-01-01", to: "2026-06-30" }),
  "owed today": () => liability(ctx),
  "owed on an earlier day": () => liability(ctx, { asOf: "2026-06-30" }),
};
for (const [name, read] of Object.entries(sums)) {
  await read();
  const took: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const since = performance.now();
    await read();
    took.push(performance.now() - since);
  }
  const value = Math.round(took.sort((a, b) => a - b)[2] ?? Number.NaN);
  say({ bench: "dashboard", case: name, credits: held?.n, value, unit: "ms", goal: 100 });
}
await tools.stop();
