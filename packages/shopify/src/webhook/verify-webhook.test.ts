import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { connectShopify } from "../connect.ts";

const app = connectShopify({ apiKey: "k", apiSecret: "new secret", previousApiSecret: "old secret" });
const body = Buffer.from('{"id":1,"name":"Bl\u00fcte"}');

function signed(secret: string, bytes: Uint8Array = body): string {
  return createHmac("sha256", secret).update(bytes).digest("base64");
}

test("a webhook is believed when Shopify signed exactly these bytes", () => {
  expect(app.verifyWebhook({ body, signature: signed("new secret") })).toBe(true);
  const changed = Buffer.from(body.toString().replace("1", "2"));
  expect(app.verifyWebhook({ body: changed, signature: signed("new secret") })).toBe(false);
});

test("while the secret is being changed, the old one is still good", () => {
  expect(app.verifyWebhook({ body, signature: signed("old secret") })).toBe(true);
  const without = connectShopify({ apiKey: "k", apiSecret: "new secret" });
  expect(without.verifyWebhook({ body, signature: signed("old secret") })).toBe(false);
});

test.each([null, undefined, "", "AAAA", "not base64 at all!", signed("new secret").slice(0, -4)])(
  "the signature %j is none",
  (signature) => {
    expect(app.verifyWebhook({ body, signature })).toBe(false);
  },
);
