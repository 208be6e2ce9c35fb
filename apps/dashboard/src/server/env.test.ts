import { expect, test } from "vitest";
import { demoSecrets } from "./demo-secrets.ts";
import { readEnv } from "./env.ts";

const live = {
  DATABASE_URL: "postgres://kept@db/kept",
  DASHBOARD_URL: "https://app.kept.example",
  PORTAL_URL: "https://returns.kept.example",
  NEXTAUTH_URL: "https://app.kept.example",
  NEXTAUTH_SECRET: "a-secret-of-our-own-that-is-long-enough",
  KEPT_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
  KEPT_LINK_KEY: Buffer.alloc(32, 2).toString("base64"),
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  RESEND_API_KEY: "re_live",
  MAIL_FROM: "Kept <credit@kept.example>",
};

const demo = {
  ...live,
  ...demoSecrets,
  KEPT_ENV: "local",
  DASHBOARD_URL: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  PORTAL_URL: "http://localhost:3001",
  AUTH_GOOGLE_ID: "google-local",
  AUTH_GOOGLE_ISSUER: "http://localhost:3002/google",
  SHOPIFY_BASE_URL: "http://localhost:3002",
  RESEND_BASE_URL: "http://localhost:3002",
};

test("a live environment is production unless it says otherwise", () => {
  expect(readEnv(live).KEPT_ENV).toBe("production");
});

test("the demo's own environment is accepted on one's own machine", () => {
  expect(readEnv(demo).SHOPIFY_BASE_URL).toBe("http://localhost:3002");
});

test.each(Object.keys(demoSecrets))("production refuses the demo's %s and names it", (name) => {
  const env = { ...live, [name]: demoSecrets[name as keyof typeof demoSecrets] };
  expect(() => readEnv(env)).toThrow(new RegExp(`${name} is the demo's value`));
});

test.each(["SHOPIFY_BASE_URL", "RESEND_BASE_URL", "AUTH_GOOGLE_ISSUER"])(
  "production refuses a stand-in at %s",
  (name) => {
    expect(() => readEnv({ ...live, [name]: "http://localhost:3002" })).toThrow(
      new RegExp(`${name} points at a stand-in`),
    );
  },
);

test("half of what signing in by Google needs is refused, and the other half named", () => {
  const id = { AUTH_GOOGLE_ID: "id" };
  const secret = { AUTH_GOOGLE_SECRET: "secret" };
  expect(messageOf(() => readEnv({ ...live, ...id }))).toContain("AUTH_GOOGLE_SECRET is not set");
  expect(messageOf(() => readEnv({ ...live, ...secret }))).toContain("AUTH_GOOGLE_ID is not set");
  expect(readEnv({ ...live, ...id, ...secret }).AUTH_GOOGLE_ID).toBe("id");
});

test("a short secret is refused, and the message does not repeat it", () => {
  const message = messageOf(() => readEnv({ ...live, NEXTAUTH_SECRET: "hunter2" }));
  expect(message).toContain("NEXTAUTH_SECRET must have at least 32 characters");
  expect(message).not.toContain("hunter2");
});

test("everything that is missing is named at once", () => {
  const message = messageOf(() => readEnv({ ...live, DATABASE_URL: "", MAIL_FROM: undefined }));
  expect(message).toContain("DATABASE_URL is not set");
  expect(message).toContain("MAIL_FROM is not set");
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("Nothing was refused");
}
