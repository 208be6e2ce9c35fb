import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const local = {
  KEPT_ENV: "local",
  PORT: "4001",
  DATABASE_URL: "postgres://localhost/kept",
  PORTAL_URL: "http://localhost:4001",
  DASHBOARD_URL: "http://localhost:4000",
  KEPT_ENCRYPTION_KEY: Buffer.alloc(32, 0x4b).toString("base64"),
  KEPT_LINK_KEY: Buffer.alloc(32, 0x4c).toString("base64"),
  SHOPIFY_API_KEY: "kept-local",
  SHOPIFY_API_SECRET: "shpss_kept_local",
  SHOPIFY_BASE_URL: "http://localhost:4002",
};

const production = {
  ...local,
  KEPT_ENV: undefined,
  PORTAL_URL: "https://returns.kept.example",
  DASHBOARD_URL: "https://kept.example",
  KEPT_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  KEPT_LINK_KEY: randomBytes(32).toString("base64"),
  SHOPIFY_API_KEY: "a1b2c3d4e5f60718",
  SHOPIFY_API_SECRET: "shpss_0123456789abcdef",
  SHOPIFY_BASE_URL: undefined,
};

test("on a laptop the demo's keys and the stand-in are fine", () => {
  expect(readEnv(local)).toMatchObject({
    local: true,
    port: 4001,
    shopify: { baseUrl: "http://localhost:4002" },
  });
});

test("while secrets are sealed anew, the key before opens them too", () => {
  const before = randomBytes(32);
  const rotating = { ...production, KEPT_PREVIOUS_ENCRYPTION_KEY: before.toString("base64") };
  expect(readEnv(rotating).previousEncryptionKeys).toEqual([before]);
  expect(readEnv(production).previousEncryptionKeys).toEqual([]);
});

test("production is what you get when nobody says otherwise", () => {
  expect(readEnv(production)).toMatchObject({ local: false });
});

test.each([
  ["SHOPIFY_BASE_URL", "http://localhost:4002"],
  ["RESEND_BASE_URL", "http://localhost:4002"],
  ["KEPT_ENCRYPTION_KEY", local.KEPT_ENCRYPTION_KEY],
  ["KEPT_LINK_KEY", local.KEPT_LINK_KEY],
  ["KEPT_LINK_KEY", "c2hvcnQ="],
  ["SHOPIFY_API_KEY", "kept-local"],
  ["SHOPIFY_API_SECRET", "shpss_kept_local"],
  ["PORTAL_URL", "http://returns.kept.example"],
  ["DATABASE_URL", "mysql://somewhere"],
])("production refuses a demo or broken %s and says its name", (name, value) => {
  expect(() => readEnv({ ...production, [name]: value })).toThrow(new RegExp(name));
});
