import { json, type Reply } from "../server/exchange.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { issuerOf } from "./provider.ts";

/** `/.well-known/openid-configuration` on the shop's own domain. Classic accounts have none. */
export function discovery(world: World, shop: ShopWorld): Reply {
  if (shop.shop.customerAccountsVersion === "CLASSIC") return json(404, { errors: "Not Found" });
  const issuer = issuerOf(world, shop);
  return json(200, {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    userinfo_endpoint: `${issuer}/oauth/userinfo`,
    scopes_supported: ["openid", "email", "customer-account-api:full"],
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none"],
    claims_supported: ["sub", "email", "email_verified"],
  });
}

/** `/.well-known/customer-account-api` on the shop's own domain. */
export function accountApiDiscovery(world: World, shop: ShopWorld): Reply {
  return json(200, {
    graphql_api: `${world.settings.publicUrl}/customer/${shop.shop.id}/api/2026-10/graphql`,
    mcp_api: null,
  });
}
