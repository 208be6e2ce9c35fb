import { sql } from "@kept/database";
import { pino } from "pino";
import { z } from "zod";
import { openTools, type Tools } from "../../tools.ts";

/** Tools for a shop of the demo whose database is in the environment. Nothing is asked of Shopify. */
export async function demoShop(handle: string): Promise<{ tools: Tools; shopId: string }> {
  const env = z.object({ DATABASE_URL: z.url() }).parse(process.env);
  const tools = await openTools({
    databaseUrl: env.DATABASE_URL,
    shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local" },
    encryptionKey: Buffer.alloc(32, 0x4b),
    dashboardUrl: "http://dashboard.example",
    portalUrl: "http://portal.example",
    processName: "bench",
    poolSize: 6,
    log: pino({ level: "warn" }, process.stderr),
  });
  const [shop] = await tools.database.execute<{ id: string }>(
    sql`select id from shops where handle = ${handle}`,
  );
  if (!shop) throw new Error(`No shop ${handle}`);
  return { tools, shopId: shop.id };
}
