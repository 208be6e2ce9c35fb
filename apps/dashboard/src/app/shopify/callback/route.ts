import { allowed, connectShop } from "@kept/domain";
import { shopHandle } from "@kept/shopify";
import { shopFor } from "../../../server/context.ts";
import { env } from "../../../server/env.ts";
import { tools } from "../../../server/tools.ts";

/**
 * The way back from Shopify's consent: checks that it is really Shopify and this browser, then renews the shop's
 * access. Only for a shop that is connected already, and a member who may change it.
 */
export async function GET(request: Request): Promise<Response> {
  const { DASHBOARD_URL } = env();
  const query = new URL(request.url).searchParams;
  const domain = query.get("shop") ?? "";
  if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(domain))
    return new Response("Not a shop", { status: 400 });
  const ctx = await shopFor(shopHandle(domain));
  const open = await tools();
  const answer = (granted: "yes" | "no", cookies: readonly string[] = []) => {
    const headers = new Headers({
      location: `${DASHBOARD_URL}/${ctx.shop.handle}/settings/shopify?granted=${granted}`,
    });
    for (const cookie of cookies) headers.append("set-cookie", cookie);
    return new Response(null, { status: 303, headers });
  };
  if (!allowed(ctx.role, "change_policy")) return answer("no");
  const finished = await open.shopify.install.finish(request, { appUrl: DASHBOARD_URL });
  if (!finished.ok || finished.granted.shop !== ctx.shop.domain) return answer("no");
  const { accessToken, refreshToken, expiresAt, scopes } = finished.granted;
  const { organizationId } = ctx.shop;
  await connectShop(open, { organizationId, domain, accessToken, refreshToken, expiresAt, scopes });
  return answer("yes", finished.cookies);
}
