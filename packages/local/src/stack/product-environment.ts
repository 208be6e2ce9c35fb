import { pathToFileURL } from "node:url";
import type { Ports } from "../ports/choose-ports.ts";

export interface Addresses {
  readonly dashboard: string;
  readonly portal: string;
  readonly sandbox: string;
  readonly worker: string;
}

export function addresses(ports: Ports): Addresses {
  const at = (port: number) => `http://localhost:${port}`;
  return {
    dashboard: at(ports.dashboard),
    portal: at(ports.portal),
    sandbox: at(ports.sandbox),
    worker: at(ports.worker),
  };
}

/** What the stand-in signs its word about letters with. */
export const mailSecret = `whsec_${Buffer.alloc(24, 0x4d).toString("base64")}`;

/**
 * What the product's processes read from their environment on one machine: everything points at the stand-in, and the
 * secrets are the public ones that the product refuses in production.
 */
export function productEnvironment(at: Addresses, databaseUrl: string, photos?: string) {
  return {
    ...(photos && { KEPT_PHOTOS: pathToFileURL(photos).href }),
    KEPT_ENV: "local",
    DATABASE_URL: databaseUrl,
    DASHBOARD_URL: at.dashboard,
    PORTAL_URL: at.portal,
    NEXTAUTH_URL: at.dashboard,
    NEXTAUTH_SECRET: "local-demo-nextauth-secret-not-for-production",
    KEPT_ENCRYPTION_KEY: Buffer.alloc(32, 0x4b).toString("base64"),
    KEPT_LINK_KEY: Buffer.alloc(32, 0x4c).toString("base64"),
    AUTH_GOOGLE_ID: "google-local",
    AUTH_GOOGLE_SECRET: "google-local-secret",
    AUTH_GOOGLE_ISSUER: `${at.sandbox}/google`,
    SHOPIFY_API_KEY: "kept-local",
    SHOPIFY_API_SECRET: "shpss_kept_local",
    SHOPIFY_BASE_URL: at.sandbox,
    RESEND_API_KEY: "re_kept_local",
    RESEND_BASE_URL: at.sandbox,
    RESEND_WEBHOOK_SECRET: mailSecret,
    // All of a machine's customers ask from one address.
    KEPT_LOOKUPS_PER_ADDRESS: "1000",
    MAIL_FROM: "Kept <credit@kept.example>",
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
  };
}
