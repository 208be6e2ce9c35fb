import { receiveWebhook } from "@kept/domain";
import { type Arriving, bodyOf } from "./body.ts";
import { tools } from "./tools.ts";

/** Shopify's own limit is 5 MB; nothing Kept listens to comes near. */
const mostBytes = 5 * 1024 * 1024;

/**
 * Hears one webhook; answers the status to say. Only a wrong signature is refused, and says nothing about why; whatever
 * was signed is answered well, so that it is not told again. Looking into it is a job.
 */
export async function hearShopify(request: Arriving): Promise<200 | 401 | 413> {
  const body = await bodyOf(request, mostBytes);
  if (!body) return 413;
  const header = (name: string) => request.headers.get(`x-shopify-${name}`);
  const reception = await receiveWebhook(await tools(), {
    body,
    signature: header("hmac-sha256"),
    topic: header("topic"),
    shop: header("shop-domain"),
    webhookId: header("webhook-id"),
  });
  return reception === "forged" ? 401 : 200;
}
