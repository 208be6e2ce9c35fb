import { z } from "zod";

export interface Env {
  readonly local: boolean;
  readonly port: number;
  readonly logLevel: string;
  readonly databaseUrl: string;
  readonly portalUrl: string;
  readonly dashboardUrl: string;
  readonly encryptionKey: Buffer;
  /** Those that secrets may still be sealed with while they are sealed anew. */
  readonly previousEncryptionKeys: readonly Buffer[];
  readonly linkKey: Buffer;
  readonly shopify: { apiKey: string; apiSecret: string; baseUrl?: string };
  /** How many proxies of ours stand in front: only their word about the caller's address is believed. */
  readonly proxyHops: number;
  /** How often one network address may look for an order in ten minutes. */
  readonly lookupsPerAddress: number;
  /** Where photos are kept: file:///… or s3://…; without it customers are asked for none. */
  readonly photosAt: string | undefined;
}

/** The only reader of the environment. Throws an Error that names each wrong variable and what is wrong with it. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = variables.safeParse(source);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The portal cannot start with this environment:\n${wrong.join("\n")}`);
  }
  const value = parsed.data;
  return {
    local: value.KEPT_ENV === "local",
    port: value.PORT,
    logLevel: value.LOG_LEVEL,
    databaseUrl: value.DATABASE_URL,
    portalUrl: value.PORTAL_URL,
    dashboardUrl: value.DASHBOARD_URL,
    encryptionKey: Buffer.from(value.KEPT_ENCRYPTION_KEY, "base64"),
    previousEncryptionKeys: value.KEPT_PREVIOUS_ENCRYPTION_KEY
      ? [Buffer.from(value.KEPT_PREVIOUS_ENCRYPTION_KEY, "base64")]
      : [],
    linkKey: Buffer.from(value.KEPT_LINK_KEY, "base64"),
    shopify: {
      apiKey: value.SHOPIFY_API_KEY,
      apiSecret: value.SHOPIFY_API_SECRET,
      ...(value.SHOPIFY_BASE_URL ? { baseUrl: value.SHOPIFY_BASE_URL } : {}),
    },
    proxyHops: value.KEPT_PROXY_HOPS,
    lookupsPerAddress: value.KEPT_LOOKUPS_PER_ADDRESS,
    photosAt: value.KEPT_PHOTOS,
  };
}

let known: Env | undefined;

export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

const filled = z.string({ error: "is missing" }).min(1, "is empty");
const origin = filled.regex(/^https?:\/\/[^/]+$/, "must be an origin without a slash at the end");
const key = filled.refine((text) => Buffer.from(text, "base64").length === 32, "must be base64 of 32 bytes");

const variables = z
  .object({
    KEPT_ENV: z
      .enum(["production", "local"], { error: 'must be "production" or "local"' })
      .default("production"),
    PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535).default(3001),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    DATABASE_URL: filled.regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
    PORTAL_URL: origin,
    DASHBOARD_URL: origin,
    KEPT_ENCRYPTION_KEY: key,
    KEPT_PREVIOUS_ENCRYPTION_KEY: key.optional(),
    KEPT_LINK_KEY: key,
    SHOPIFY_API_KEY: filled,
    SHOPIFY_API_SECRET: filled,
    SHOPIFY_BASE_URL: origin.optional(),
    RESEND_BASE_URL: z.string().optional(),
    KEPT_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    KEPT_PHOTOS: z
      .string()
      .regex(/^(file:\/\/\/|s3:\/\/)/, "must be file:///… or s3://…")
      .optional(),
    KEPT_LOOKUPS_PER_ADDRESS: z.coerce.number().int().min(1).default(10),
  })
  .superRefine((value, context) => {
    if (value.KEPT_ENV === "local") return;
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    for (const name of ["SHOPIFY_BASE_URL", "RESEND_BASE_URL"] as const) {
      if (value[name]) refuse(name, "points at a stand-in, which production must not use");
    }
    for (const name of ["KEPT_ENCRYPTION_KEY", "KEPT_LINK_KEY"] as const) {
      if (new Set(Buffer.from(value[name], "base64")).size < 8) refuse(name, "is a demo key");
    }
    if (/kept[-_]local/.test(value.SHOPIFY_API_KEY)) refuse("SHOPIFY_API_KEY", "is the demo's");
    if (/kept[-_]local/.test(value.SHOPIFY_API_SECRET)) refuse("SHOPIFY_API_SECRET", "is the demo's");
    if (value.SHOPIFY_API_SECRET.length < 16) refuse("SHOPIFY_API_SECRET", "is too short");
    for (const name of ["PORTAL_URL", "DASHBOARD_URL"] as const) {
      if (!value[name].startsWith("https://")) refuse(name, "must be https");
    }
  });
