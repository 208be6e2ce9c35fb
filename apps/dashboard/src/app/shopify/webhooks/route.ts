import { hearShopify } from "../../../server/hear-shopify.ts";

export const dynamic = "force-dynamic";

/** Where Shopify tells what happened. The server in front of Next (server.ts) hears it by itself; this is for `next dev`. */
export async function POST(request: Request): Promise<Response> {
  return new Response(null, { status: await hearShopify(request) });
}
