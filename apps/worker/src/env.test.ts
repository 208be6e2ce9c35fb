import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const live = {
  DATABASE_URL: "postgres://kept@db.example/kept",
  DASHBOARD_URL: "https://app.kept.example",
  PORTAL_URL: "https://returns.kept.example",
  KEPT_ENCRYPTION_KEY: Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37) % 256)).toString("base64"),
  SHOPIFY_API_KEY: "b9c1",
  SHOPIFY_API_SECRET: "shpss_0123456789abcdef0123456789abcdef",
  RESEND_API_KEY: "re_live",
  MAIL_FROM: "Kept <credit@kept.example>",
};

test("a production worker starts with real secrets", () => {
  expect(readEnv(live).KEPT_ENV).toBe("production");
});

test.each([
  ["SHOPIFY_BASE_URL", "http://localhost:3002"],
  ["RESEND_BASE_URL", "http://localhost:3002"],
  ["SHOPIFY_API_SECRET", "shpss_kept_local"],
  ["RESEND_API_KEY", "re_kept_local"],
  ["KEPT_ENCRYPTION_KEY", Buffer.alloc(32, 0x4b).toString("base64")],
  ["KEPT_ENCRYPTION_KEY", "c2hvcnQ="],
])("a production worker refuses %s from the demo, and says which variable it is", (name, value) => {
  expect(() => readEnv({ ...live, [name]: value })).toThrow(name);
});

test("a refusal names the variable and never its value", () => {
  expect(() => readEnv({ ...live, RESEND_API_KEY: "sk_secret" })).toThrow(/RESEND_API_KEY/);
  expect(() => readEnv({ ...live, RESEND_API_KEY: "sk_secret" })).not.toThrow(/sk_secret/);
});

test("the demo's values are accepted where the installation says that it is local", () => {
  const demo = {
    KEPT_ENV: "local",
    SHOPIFY_BASE_URL: "http://localhost:3002",
    SHOPIFY_API_SECRET: "shpss_kept_local",
  };
  expect(readEnv({ ...live, ...demo }).SHOPIFY_BASE_URL).toBe("http://localhost:3002");
});
