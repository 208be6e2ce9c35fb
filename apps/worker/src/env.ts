import { z } from "zod";

const key = z
  .string()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length === 32, "must be 32 bytes, in base64");

/** Waiting times in milliseconds, as JSON: shorter ones for runs against a stand-in. Never in production. */
const waiting = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.number().positive()));

const shape = z.object({
  KEPT_ENV: z.enum(["production", "local"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3003),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  DASHBOARD_URL: z.url(),
  PORTAL_URL: z.url(),
  KEPT_ENCRYPTION_KEY: key,
  KEPT_PREVIOUS_ENCRYPTION_KEY: key.optional(),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SHOPIFY_BASE_URL: z.url().optional(),
  RESEND_API_KEY: z.string().startsWith("re_"),
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: z.string().min(3),
  /** Where customers' photos are kept: the worker removes those of whom it forgets. */
  KEPT_PHOTOS: z
    .string()
    .regex(/^(file:\/\/\/|s3:\/\/)/, "must be file:///… or s3://…")
    .optional(),
  /** How many legs one worker has under way; at Shopify's usual pace this many keep the largest plan busy. */
  KEPT_LEGS_AT_ONCE: z.coerce.number().int().min(1).max(256).default(32),
  KEPT_PATIENCE: waiting.optional(),
  KEPT_SHOPIFY_PATIENCE: waiting.optional(),
});

/** The worker's environment, parsed once. In production nothing of the demo and no stand-in is accepted. */
export type WorkerEnv = z.output<typeof shape>;

const worker = shape.superRefine((env, context) => {
  if (env.KEPT_ENV === "local") return;
  const refuse = (name: keyof WorkerEnv, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  if (env.SHOPIFY_BASE_URL)
    refuse("SHOPIFY_BASE_URL", "points at a stand-in; production talks to Shopify itself");
  if (env.RESEND_BASE_URL)
    refuse("RESEND_BASE_URL", "points at a stand-in; production talks to Resend itself");
  if (env.KEPT_PATIENCE) refuse("KEPT_PATIENCE", "shortens what keeps money from moving twice");
  if (env.KEPT_SHOPIFY_PATIENCE) refuse("KEPT_SHOPIFY_PATIENCE", "is for a stand-in");
  if (env.SHOPIFY_API_SECRET.includes("kept_local") || env.SHOPIFY_API_SECRET.length < 24) {
    refuse("SHOPIFY_API_SECRET", "is the demo's, or too short");
  }
  if (env.RESEND_API_KEY.includes("kept_local")) refuse("RESEND_API_KEY", "is the demo's");
  if (new Set(env.KEPT_ENCRYPTION_KEY).size < 8)
    refuse("KEPT_ENCRYPTION_KEY", "is the demo's, or not random");
});

/** Throws an error that names every variable that is wrong, and never its value. */
export function readEnv(from: NodeJS.ProcessEnv = process.env): WorkerEnv {
  const read = worker.safeParse(from);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(
    `The worker cannot start. Check the environment (see .env.example):\n${problems.join("\n")}`,
  );
}
