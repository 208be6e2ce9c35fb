/** What the demo on one's own machine uses. Known to everybody, therefore refused everywhere else. */
export const demoSecrets = {
  NEXTAUTH_SECRET: "local-demo-nextauth-secret-not-for-production",
  KEPT_ENCRYPTION_KEY: Buffer.alloc(32, 0x4b).toString("base64"),
  KEPT_LINK_KEY: Buffer.alloc(32, 0x4c).toString("base64"),
  AUTH_GOOGLE_SECRET: "google-local-secret",
  SHOPIFY_API_KEY: "kept-local",
  SHOPIFY_API_SECRET: "shpss_kept_local",
  RESEND_API_KEY: "re_kept_local",
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 0x4d).toString("base64")}`,
} as const;
