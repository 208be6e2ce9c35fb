import { allowed } from "@kept/domain";
import { shopFor } from "../../../../../../server/context.ts";
import { env } from "../../../../../../server/env.ts";
import { tools } from "../../../../../../server/tools.ts";

/** Sends an owner or manager to Shopify, to grant what is missing. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  if (!allowed(ctx.role, "change_policy"))
    return new Response("Your role does not include this.", { status: 403 });
  const { shopify } = await tools();
  const asked = new Request(request.url, { headers: request.headers });
  const answer = await shopify.install.begin(asked, {
    shop: ctx.shop.domain,
    appUrl: env().DASHBOARD_URL,
    callbackPath: "/shopify/callback",
  });
  return new Response(null, { status: answer.status === 302 ? 303 : answer.status, headers: answer.headers });
}
