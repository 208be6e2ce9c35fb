import { type Call, json, type Reply, readJson } from "../server/exchange.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { install } from "./install.ts";
import type { Installation } from "./installation.ts";

const offlineToken = "urn:shopify:params:oauth:token-type:offline-access-token";

/**
 * POST /{shop}/admin/oauth/access_token: a code once, a refresh token, or the exchange of an old token that never
 * expired for one that does. Expiring access tokens last an hour, refresh tokens 90 days, on the stand-in's clock.
 */
export function accessToken(world: World, shop: ShopWorld, call: Call): Reply {
  const body = readForm(call);
  if (body.client_id !== world.settings.appKey)
    return refuse("application_cannot_be_found", "The application could not be found.");
  if (body.client_secret !== world.settings.appSecret)
    return refuse("invalid_client", "The client secret is wrong.", 401);
  const reply = grant(world, shop, body);
  world.commit();
  return reply;
}

function grant(world: World, shop: ShopWorld, body: Record<string, string>): Reply {
  if (body.grant_type === "refresh_token") return refresh(world, shop, body.refresh_token ?? "");
  if (body.grant_type === "urn:ietf:params:oauth:grant-type:token-exchange")
    return exchange(world, shop, body);
  const consent = world.consents.get(body.code ?? "");
  world.consents.delete(body.code ?? "");
  if (!consent || consent.shop !== shop.domain || consent.expiresAt < Date.now()) {
    return refuse("invalid_request", "The authorization code was not found or was already used");
  }
  const installation = install(world, shop, {
    scopes: consent.scopes,
    expiring: body.expiring === "1" && !consent.perUser,
  });
  if (consent.perUser)
    return json(200, {
      ...answer(world, installation),
      expires_in: 86_399,
      associated_user_scope: consent.scopes.join(","),
      associated_user: owner(shop),
    });
  return json(200, answer(world, installation));
}

/** Rotates both tokens. The old refresh token stays good until the new access token has been used once. */
function refresh(world: World, shop: ShopWorld, token: string): Reply {
  const known = shop.installations.find(
    (entry) => token !== "" && (entry.refreshToken === token || entry.previousRefreshToken === token),
  );
  if (!known || known.revokedAt || !known.refreshExpiresAt || known.refreshExpiresAt <= world.nowText()) {
    return refuse("invalid_grant", "The refresh token is invalid, expired or revoked.");
  }
  const fresh = install(world, shop, { scopes: known.scopes, expiring: true, appKey: known.appKey });
  shop.installations.save(Object.assign(fresh, { previousRefreshToken: token }));
  return json(200, answer(world, fresh));
}

/** An app that still holds a token without end swaps it for an expiring one. */
function exchange(world: World, shop: ShopWorld, body: Record<string, string>): Reply {
  const known =
    body.subject_token_type === offlineToken ? shop.installations.by(body.subject_token ?? "")[0] : undefined;
  if (!known || known.revokedAt) return refuse("invalid_subject_token", "The subject token is not valid.");
  return json(
    200,
    answer(
      world,
      install(world, shop, { scopes: known.scopes, expiring: body.expiring === "1", appKey: known.appKey }),
    ),
  );
}

function answer(world: World, installation: Installation): Record<string, unknown> {
  const {
    accessToken: access_token,
    expiresAt,
    refreshExpiresAt,
    refreshToken: refresh_token,
  } = installation;
  const scope = installation.scopes
    .filter(
      (entry) =>
        !installation.scopes.includes(entry.replace(/^read_/, "write_")) || entry.startsWith("write_"),
    )
    .join(",");
  if (!expiresAt || !refreshExpiresAt) return { access_token, scope };
  const now = world.now().getTime();
  const seconds = (until: string) => Math.round((Date.parse(until) - now) / 1000);
  return {
    access_token,
    scope,
    expires_in: seconds(expiresAt),
    refresh_token,
    refresh_token_expires_in: seconds(refreshExpiresAt),
  };
}

function owner(shop: ShopWorld) {
  return {
    id: shop.shop.id + 7,
    first_name: "Shop",
    last_name: "Owner",
    email: shop.shop.email,
    account_owner: true,
    locale: shop.shop.primaryLocale,
    collaborator: false,
    email_verified: true,
  };
}

function refuse(error: string, error_description: string, status = 400): Reply {
  return json(status, { error, error_description });
}

function readForm(call: Call): Record<string, string> {
  const body = readJson(call) ?? Object.fromEntries(new URLSearchParams(call.body.toString("utf8")));
  return Object.fromEntries(Object.entries(body as object).map(([name, value]) => [name, String(value)]));
}
