import { z } from "zod";
import { demoSecrets } from "./demo-secrets.ts";

const url = z
  .url({ protocol: /^https?$/ })
  .refine((value) => !value.endsWith("/"), "must not end with a slash");
const key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes, in base64");

const googlePair = [
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["AUTH_GOOGLE_SECRET", "AUTH_GOOGLE_ID"],
] as const;

const schema = z
  .object({
    KEPT_ENV: z.enum(["production", "local"]).default("production"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgres:// address"),
    DASHBOARD_URL: url,
    PORTAL_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
    AUTH_GOOGLE_ID: z.string().min(1).optional(),
    AUTH_GOOGLE_SECRET: z.string().min(1).optional(),
    AUTH_GOOGLE_ISSUER: url.optional(),
    KEPT_ENCRYPTION_KEY: key,
    KEPT_PREVIOUS_ENCRYPTION_KEY: key.optional(),
    KEPT_LINK_KEY: key,
    KEPT_PROXY_HOPS: z.coerce.number().int().min(0).max(8).default(1),
    SHOPIFY_API_KEY: z.string().min(1),
    SHOPIFY_API_SECRET: z.string().min(1),
    SHOPIFY_PREVIOUS_API_SECRET: z.string().min(1).optional(),
    SHOPIFY_BASE_URL: url.optional(),
    RESEND_API_KEY: z.string().min(1),
    RESEND_BASE_URL: url.optional(),
    KEPT_PHOTOS: z
      .string()
      .regex(/^(file:\/\/\/|s3:\/\/)/, "must be file:///… or s3://…")
      .optional(),
    MAIL_FROM: z.string().min(3),
    RESEND_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/=]{24,}$/, "must be Resend's signing secret, whsec_…")
      .optional(),
  })
  .superRefine((env, context) => {
    const wrong = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (env.NEXTAUTH_URL !== env.DASHBOARD_URL) wrong("NEXTAUTH_URL", "must be the same as DASHBOARD_URL");
    for (const [name, other] of googlePair)
      if (env[other] && !env[name])
        wrong(name, `is not set, and ${other} is; signing in by Google needs both`);
    if (env.KEPT_ENV === "local") return;
    for (const name of ["SHOPIFY_BASE_URL", "RESEND_BASE_URL", "AUTH_GOOGLE_ISSUER"] as const)
      if (env[name]) wrong(name, "points at a stand-in; it may only be set when KEPT_ENV=local");
    for (const [name, demo] of Object.entries(demoSecrets)) {
      if (env[name as keyof typeof demoSecrets] === demo) {
        wrong(name, "is the demo's value, which everybody knows; make your own");
      }
    }
    for (const name of ["DASHBOARD_URL", "PORTAL_URL"] as const) {
      if (!env[name].startsWith("https://"))
        wrong(name, "must start with https:// outside of KEPT_ENV=local");
    }
  });

export type Env = z.output<typeof schema>;

/** Reads an environment. Throws an Error whose message names every variable that is wrong, and why; never a value. */
export function readEnv(from: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name} ${given[name] === undefined && issue.code !== "custom" ? "is not set" : issue.message}`;
  });
  throw new Error(`The dashboard cannot start. Please correct:\n${[...new Set(lines)].join("\n")}`);
}

/** True under `next dev`, whose scripts need more freedom than a build's. Known when the app is compiled. */
export const developing = process.env.NODE_ENV === "development";

let known: Env | undefined;

/** This process's environment, read once. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
