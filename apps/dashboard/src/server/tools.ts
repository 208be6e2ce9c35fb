import { openTools, type Tools } from "@kept/domain";
import pino from "pino";
import { env } from "./env.ts";

const kept = globalThis as { keptTools?: Promise<Tools> };

/** The tools of this process: one pool, one log. Kept across hot reloads. A failed opening is tried again. */
export function tools(): Promise<Tools> {
  kept.keptTools ??= open().catch((error: unknown) => {
    kept.keptTools = undefined;
    throw error;
  });
  return kept.keptTools;
}

function open(): Promise<Tools> {
  const settings = env();
  return openTools({
    databaseUrl: settings.DATABASE_URL,
    shopify: {
      apiKey: settings.SHOPIFY_API_KEY,
      apiSecret: settings.SHOPIFY_API_SECRET,
      previousApiSecret: settings.SHOPIFY_PREVIOUS_API_SECRET,
      baseUrl: settings.SHOPIFY_BASE_URL,
    },
    mail: { apiKey: settings.RESEND_API_KEY, baseUrl: settings.RESEND_BASE_URL, from: settings.MAIL_FROM },
    // A member waits for an answer, and a browser or a proxy for half a minute at most.
    answerWithinMs: 10_000,
    encryptionKey: Buffer.from(settings.KEPT_ENCRYPTION_KEY, "base64"),
    ...(settings.KEPT_PREVIOUS_ENCRYPTION_KEY && {
      previousEncryptionKeys: [Buffer.from(settings.KEPT_PREVIOUS_ENCRYPTION_KEY, "base64")],
    }),
    dashboardUrl: settings.DASHBOARD_URL,
    portalUrl: settings.PORTAL_URL,
    photosAt: settings.KEPT_PHOTOS,
    processName: "kept-dashboard",
    webhooksToLoopback: settings.KEPT_ENV === "local",
    log: pino({ level: settings.LOG_LEVEL, base: { process: "dashboard" } }),
  });
}
