import { createHash } from "node:crypto";
import type Provider from "oidc-provider";
import { openProvider } from "../openid/provider.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";

/** Made when a shop is first asked for; browsers' sessions end with the process, as nobody depends on them. */
const providers = new WeakMap<ShopWorld, Promise<Provider>>();

/** Where a shop's customers sign in: `{public}/authentication/{shop id}`, as `https://shopify.com/authentication/{id}` is. */
export function issuerOf(world: World, shop: ShopWorld): string {
  return `${world.settings.publicUrl}/authentication/${shop.shop.id}`;
}

export function providerOf(world: World, shop: ShopWorld): Promise<Provider> {
  const known = providers.get(shop) ?? open(world, shop);
  providers.set(shop, known);
  return known;
}

function open(world: World, shop: ShopWorld): Promise<Provider> {
  const secret = createHash("sha256").update(`${world.settings.appSecret}/${shop.domain}`).digest("hex");
  return openProvider(issuerOf(world, shop), secret, {
    clients: [
      {
        client_id: world.settings.appKey,
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: world.customerRedirects(),
        post_logout_redirect_uris: world.customerRedirects(),
        id_token_signed_response_alg: "RS256",
        application_type: "native",
      },
    ],
    scopes: ["openid", "email", "customer-account-api:full"],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      userinfo: { enabled: true },
    },
    routes: {
      authorization: "/oauth/authorize",
      token: "/oauth/token",
      end_session: "/logout",
      jwks: "/.well-known/jwks.json",
      userinfo: "/oauth/userinfo",
    },
    findAccount: (_context: unknown, id: string) => {
      const customer = shop.customers.get(Number(id));
      if (!customer) return undefined;
      return {
        accountId: id,
        claims: () => ({ sub: id, email: customer.email, email_verified: customer.email !== null }),
      };
    },
  });
}
