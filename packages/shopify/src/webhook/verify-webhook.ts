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
  // The text is compared, not the bytes it decodes to: base64 can be written in more than one way.
  const given = Buffer.from(request.signature);
  return secrets.some((secret) => {
    const right = Buffer.from(createHmac("sha256", secret).update(request.body).digest("base64"));
    return given.length === right.length && timingSafeEqual(given, right);
  });
}
