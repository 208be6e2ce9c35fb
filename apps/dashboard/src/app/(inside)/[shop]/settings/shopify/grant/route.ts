import { allowed, beginInstall } from "@kept/domain";
import { shopFor } from "../../../../../../server/context.ts";
import { env } from "../../../../../../server/env.ts";
import { tools } from "../../../../../../server/tools.ts";

/** Sends an owner or manager to Shopify, to grant what is missing; the way back leads to where they were. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  const ctx = await shopFor((await params).shop);
  if (!allowed(ctx.role, "change_policy"))
    return new Response("Your role does not include this.", { status: 403 });
  const asked = new Request(request.url, { headers: request.headers });
  const returnTo = pageOf(request, ctx.shop.handle);
  const answer = await beginInstall(await tools(), asked, { domain: ctx.shop.domain, returnTo });
  return new Response(null, { status: answer.status === 302 ? 303 : answer.status, headers: answer.headers });
}

/** The page of this shop the button was on. */
function pageOf(request: Request, shop: string): string | undefined {
  const from = request.headers.get("referer");
  const page = from && URL.canParse(from) ? new URL(from) : null;
  const inside = page?.origin === env().DASHBOARD_URL && page.pathname.startsWith(`/${shop}/`);
  return inside ? page.pathname : undefined;
}
