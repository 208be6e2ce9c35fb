import { sql } from "@kept/database";
import { pino } from "pino";
import { z } from "zod";
import { openTools } from "../../tools.ts";
import { plantReturns } from "../plant-returns.ts";

/** `plant.ts <shop> <count>`: very many returns into a shop of the demo, for the bench of the dashboard's lists. */
const env = z.object({ DATABASE_URL: z.url() }).parse(process.env);
const [handle = "", count = "0"] = process.argv.slice(2);
const tools = await openTools({
  databaseUrl: env.DATABASE_URL,
  shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local" },
  encryptionKey: Buffer.alloc(32, 0x4b),
  dashboardUrl: "http://dashboard.example",
  portalUrl: "http://portal.example",
  processName: "bench",
  poolSize: 2,
  log: pino({ level: "warn" }, process.stderr),
});
const [shop] = await tools.database.execute<{ id: string }>(
  sql`select id from shops where handle = ${handle}`,
);
if (!shop) throw new Error(`No shop ${handle}`);
await plantReturns(tools, { shopId: shop.id, count: Number(count) });
await tools.stop();
