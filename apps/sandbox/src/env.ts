import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number().int().min(0).default(3002),
  HOST: z.string().default("127.0.0.1"),
  SANDBOX_DATA: z.string().optional(),
  SANDBOX_SEED: z.enum(["demo", "none"]).default("none"),
  SANDBOX_PUBLIC_URL: z.url().optional(),
  /** Comma-separated addresses that customers may be sent back to after signing in. */
  SANDBOX_CUSTOMER_REDIRECTS: z.string().default("http://localhost:3001/callback"),
  /** Comma-separated addresses that the stand-in for Google may send people back to. */
  SANDBOX_GOOGLE_REDIRECTS: z.string().default("http://localhost:3000/api/auth/callback/google"),
  SANDBOX_APP_KEY: z.string().default("kept-local"),
  /** What shops call the app. */
  SANDBOX_APP_NAME: z.string().default("Kept"),
  SANDBOX_APP_SECRET: z.string().default("shpss_kept_local"),
  /** Where to say what became of letters, as Resend's webhooks do; nowhere when left out. */
  SANDBOX_MAIL_WEBHOOK: z.url().optional(),
  SANDBOX_MAIL_SECRET: z.string().startsWith("whsec_").optional(),
});

/** The stand-in's settings, read once. Throws with the name of what is wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  return parsed.data;
}
