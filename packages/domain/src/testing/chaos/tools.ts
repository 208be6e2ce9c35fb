import { pino } from "pino";
import { openTools, type Tools } from "../../tools.ts";
import { env } from "./env.ts";

/** The tools of a process that sets the scene for the chaos run, or judges it. */
export async function chaosTools(): Promise<Tools & { readonly standIn: string }> {
  const tools = await openTools({
    databaseUrl: env.DATABASE_URL,
    shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: env.SHOPIFY_BASE_URL },
    mail: { apiKey: "re_kept_local", baseUrl: env.SHOPIFY_BASE_URL, from: "Kept <credit@kept.example>" },
    encryptionKey: Buffer.alloc(32, 0x4b),
    dashboardUrl: "http://dashboard.example",
    portalUrl: "http://portal.example",
    processName: "chaos",
    poolSize: 4,
    log: pino({ level: "warn" }, process.stderr),
  });
  return { ...tools, standIn: env.SHOPIFY_BASE_URL };
}
