import { foldFigures } from "../../report/fold-figures.ts";
import { workerContext } from "../../shop/index.ts";
import { plantCredits } from "../plant-credits.ts";
import { plantReturns } from "../plant-returns.ts";
import { demoShop } from "./demo-shop.ts";

/**
 * `plant.ts <shop> <count>`: very many returns and their credits into a shop of the demo, for the bench of the dashboard.
 * Their sums are folded, as the worker does every few minutes.
 */
const [handle = "", count = "0"] = process.argv.slice(2);
const { tools, shopId } = await demoShop(handle);
await plantReturns(tools, { shopId, count: Number(count) });
await plantCredits(tools, { shopId });
const ctx = await workerContext(tools, shopId);
if (ctx) await foldFigures(ctx);
await tools.stop();
