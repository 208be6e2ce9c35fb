import { beginInstall, openedByShopify } from "@kept/domain";
import { tools } from "../../server/tools.ts";

export const dynamic = "force-dynamic";

/**
 * Where Shopify opens the app: from the App Store, from a shop's admin, after it was installed again. What Shopify
 * signed goes to consent at once; a shop that has consented to everything comes straight back.
 */
export async function GET(request: Request): Promise<Response> {
  const open = await tools();
  const url = new URL(request.url);
  if (!(await openedByShopify(open, url)))
    return new Response("Open Kept from your Shopify admin.", { status: 400 });
  return beginInstall(open, request, { domain: url.searchParams.get("shop") ?? "" });
}
