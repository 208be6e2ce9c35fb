import { arriveFromShopify, finishInstall } from "@kept/domain";
import { whoAsks } from "../../../server/context.ts";
import { env } from "../../../server/env.ts";
import { tools } from "../../../server/tools.ts";
import { connectCookie } from "../../connect/connect-cookie.ts";

export const dynamic = "force-dynamic";

/**
 * The way back from Shopify's consent. A connected shop has its new permissions at once and the person is where they
 * were; a shop that belongs to nobody yet goes on to be claimed.
 */
export async function GET(request: Request): Promise<Response> {
  const open = await tools();
  const finished = await finishInstall(open, request);
  if (!finished.ok) return to("/connect?problem=not_finished");
  const { granted, returnTo, cookies } = finished;
  const arrived = await arriveFromShopify(open, { granted, userId: (await whoAsks())?.userId ?? null });
  if (arrived.kind === "pending") return to("/connect", [...cookies, connectCookie(arrived.key)]);
  return to(`${returnTo ?? `/${arrived.handle}/settings/shopify`}?granted=yes`, cookies);
}

function to(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: `${env().DASHBOARD_URL}${path}`, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
