import { createHmac, timingSafeEqual } from "node:crypto";

export interface WebhookRequest {
  /** The body exactly as received. */
  readonly body: Uint8Array;
  /** The header X-Shopify-Hmac-Sha256. */
  readonly signature: string | null | undefined;
}

/**
 * Base64 HMAC-SHA256 of the raw body with the app's secret. Only the body is signed: topic, shop and ids in the
 * headers are hints, and what they hint at is read from the API before anything is done about it.
 */
export function verifyWebhook(request: WebhookRequest, secrets: readonly string[]): boolean {
  if (!request.signature) return false;
  const given = Buffer.from(request.signature, "base64");
  return secrets.some((secret) => {
    const right = createHmac("sha256", secret).update(request.body).digest();
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
