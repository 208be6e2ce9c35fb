import { receiveWebhook } from "@kept/domain";
import { bodyOf } from "../../../server/body.ts";
import { tools } from "../../../server/tools.ts";

/** Shopify's own limit is 5 MB; nothing Kept listens to comes near. */
const mostBytes = 5 * 1024 * 1024;

export const dynamic = "force-dynamic";

/**
 * Where Shopify tells what happened. Only a wrong signature is refused, and says nothing about why; whatever was
 * signed is answered well, so that it is not told again. Looking into it is a job.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await bodyOf(request, mostBytes);
  if (!body) return new Response(null, { status: 413 });
  const header = (name: string) => request.headers.get(`x-shopify-${name}`);
  const reception = await receiveWebhook(await tools(), {
    body,
    signature: header("hmac-sha256"),
    topic: header("topic"),
    shop: header("shop-domain"),
    webhookId: header("webhook-id"),
  });
  return new Response(null, { status: reception === "forged" ? 401 : 200 });
}
