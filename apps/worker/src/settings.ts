import type { ToolSettings } from "@kept/domain";
import { pino } from "pino";
import type { WorkerEnv } from "./env.ts";

/** The domain's tools as this process uses them. */
export function toolSettings(env: WorkerEnv, processName: string): ToolSettings {
  return {
    databaseUrl: env.DATABASE_URL,
    shopify: {
      apiKey: env.SHOPIFY_API_KEY,
      apiSecret: env.SHOPIFY_API_SECRET,
      ...(env.SHOPIFY_BASE_URL && { baseUrl: env.SHOPIFY_BASE_URL }),
    },
    mail: {
      apiKey: env.RESEND_API_KEY,
      from: env.MAIL_FROM,
      ...(env.RESEND_BASE_URL && { baseUrl: env.RESEND_BASE_URL }),
    },
    encryptionKey: env.KEPT_ENCRYPTION_KEY,
    ...(env.KEPT_PREVIOUS_ENCRYPTION_KEY && { previousEncryptionKeys: [env.KEPT_PREVIOUS_ENCRYPTION_KEY] }),
    dashboardUrl: env.DASHBOARD_URL,
    portalUrl: env.PORTAL_URL,
    photosAt: env.KEPT_PHOTOS,
    processName,
    webhooksToLoopback: env.KEPT_ENV === "local",
    ...(env.KEPT_PATIENCE && { patience: env.KEPT_PATIENCE }),
    ...(env.KEPT_SHOPIFY_PATIENCE && { shopifyPatience: env.KEPT_SHOPIFY_PATIENCE }),
    log: pino({ name: processName, level: env.LOG_LEVEL }),
  };
}
