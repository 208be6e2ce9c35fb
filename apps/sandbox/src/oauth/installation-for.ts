import type { Call } from "../server/exchange.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import { delegatedInstallation } from "./delegate-token.ts";
import type { Installation } from "./installation.ts";

/** Whose access token a request carries; undefined when it is unknown, revoked or run out. */
export function installationFor(
  world: World,
  shop: ShopWorld,
  call: Pick<Call, "headers">,
): Installation | undefined {
  const token = call.headers["x-shopify-access-token"];
  if (typeof token !== "string") return undefined;
  const installation = shop.installations.by(token)[0] ?? delegatedInstallation(shop, token);
  if (!installation || installation.revokedAt) return undefined;
  if (installation.expiresAt && installation.expiresAt <= world.nowText()) return undefined;
  // From its first use on, the token that was just issued makes the older refresh token worthless.
  if (
    installation.previousRefreshToken &&
    installation.accessToken === shop.installations.get(installation.id)?.accessToken
  )
    shop.installations.save(Object.assign(installation, { previousRefreshToken: null }));
  return installation;
}
