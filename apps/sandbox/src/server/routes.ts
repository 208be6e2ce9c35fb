import { accountApiDiscovery, discovery } from "../accounts/discovery.ts";
import { control } from "../control/control.ts";
import { receiveMail } from "../mail/receive.ts";
import { accessToken } from "../oauth/access-token.ts";
import { authorize } from "../oauth/authorize.ts";
import { pages } from "../pages/index.ts";
import type { World } from "../world/world.ts";
import { type Call, fromResponse, json, type Reply, toRequest } from "./exchange.ts";
import { answerGraphql } from "./graphql-endpoint.ts";

const graphqlPath = /^\/([a-z0-9][a-z0-9-]*\.myshopify\.com)\/admin\/api\/([\w-]+)\/graphql\.json$/;

const oauthPath = /^\/([a-z0-9][a-z0-9-]*\.myshopify\.com)\/admin\/oauth\/(authorize|access_token)$/;

const wellKnown =
  /^\/([a-z0-9][a-z0-9-]*\.myshopify\.com)\/\.well-known\/(openid-configuration|customer-account-api)$/;

/** Everything this server answers, by address. */
export async function route(world: World, call: Call): Promise<Reply> {
  const { pathname } = call.url;
  const graphql = call.method === "POST" ? graphqlPath.exec(pathname) : null;
  if (graphql) return answerGraphql(world, call, graphql[1] ?? "", graphql[2] ?? "");
  const oauth = oauthPath.exec(pathname);
  const shop = oauth && world.shops.get(oauth[1] ?? "");
  if (shop && oauth?.[2] === "authorize" && call.method === "GET") return authorize(world, shop, call);
  if (shop && oauth?.[2] === "access_token" && call.method === "POST") return accessToken(world, shop, call);
  const known = wellKnown.exec(pathname);
  const shopOf = known && world.shops.get(known[1] ?? "");
  if (shopOf)
    return known[2] === "openid-configuration"
      ? discovery(world, shopOf)
      : accountApiDiscovery(world, shopOf);
  if (pathname === "/healthz") return json(200, { status: "ok", shops: world.shops.size });
  if (pathname.startsWith("/control/")) return control(world, call);
  if (pathname === "/emails" && call.method === "POST") return receiveMail(world, call);
  const page = await pages(world, toRequest(call, world.settings.publicUrl));
  return page ? fromResponse(page) : json(404, { errors: "Not Found" });
}
