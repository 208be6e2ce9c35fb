import { customerAccount } from "../accounts/account-page.ts";
import { accountApiDiscovery, discovery } from "../accounts/discovery.ts";
import { control } from "../control/control.ts";
import { receiveMail } from "../mail/receive.ts";
import { senderDomains } from "../mail/sender-domains.ts";
import { accessToken } from "../oauth/access-token.ts";
import { authorize } from "../oauth/authorize.ts";
import { pages } from "../pages/index.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { type Call, fromResponse, json, type Reply, toRequest } from "./exchange.ts";
import { answerGraphql } from "./graphql-endpoint.ts";

const shopPath = /^\/([a-z0-9][a-z0-9-]*\.myshopify\.com)(\/.*)$/;
const graphqlPath = /^\/admin\/api\/(\d{4}-(?:01|04|07|10)|unstable)\/graphql\.json$/;

/** Everything this server answers, by address. */
export async function route(world: World, call: Call): Promise<Reply> {
  const { pathname } = call.url;
  const [, domain = "", rest] = shopPath.exec(pathname) ?? [];
  if (rest !== undefined) return shopRoute(world, call, domain, rest);
  if (pathname === "/healthz") return json(200, { status: "ok", shops: world.shops.size });
  if (pathname.startsWith("/control/")) return control(world, call);
  if (pathname === "/emails" && call.method === "POST") return receiveMail(world, call);
  if (pathname === "/domains" && call.method === "GET") return senderDomains(call);
  const page = await pages(world, toRequest(call, world.settings.publicUrl));
  return page ? fromResponse(page) : json(404, { errors: "Not Found" });
}

/** What at Shopify is on a shop's own domain. */
async function shopRoute(world: World, call: Call, domain: string, rest: string): Promise<Reply> {
  const version = graphqlPath.exec(rest)?.[1];
  if (version && call.method === "POST") return answerGraphql(world, call, domain, version);
  const shop = world.shops.get(domain);
  const visit = shop && visits[`${call.method} ${rest}`];
  return visit ? visit(world, shop, call) : json(404, { errors: "Not Found" });
}

type Visit = (world: World, shop: ShopWorld, call: Call) => Reply | Promise<Reply>;

const visits: Record<string, Visit> = {
  "GET /admin/oauth/authorize": authorize,
  "POST /admin/oauth/access_token": accessToken,
  "GET /.well-known/openid-configuration": discovery,
  "GET /.well-known/customer-account-api": accountApiDiscovery,
  "GET /account": (_world, shop, call) =>
    fromResponse(customerAccount(shop, call.url.searchParams.get("email"))),
};
