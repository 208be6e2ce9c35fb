import { randomBytes } from "node:crypto";
import { toSecond } from "../world/clock.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import type { Installation } from "./installation.ts";

export interface Grant {
  scopes: string[];
  /** With a refresh token, and an access token that lasts an hour. */
  expiring: boolean;
  appKey?: string | undefined;
  protectedData?: string[] | null | undefined;
}

const hourMs = 3_600_000;
const ninetyDaysMs = 90 * 24 * hourMs;

/** Gives an app access to a shop. One installation per app and shop: a new grant replaces the token of the last. */
export function install(world: World, shop: ShopWorld, grant: Grant): Installation {
  const appKey = grant.appKey ?? world.settings.appKey;
  const known = shop.installations.find((entry) => entry.appKey === appKey);
  if (known) shop.installations.delete(known.id);
  const now = world.now().getTime();
  return shop.installations.save({
    id: known?.id ?? world.nextId("AppInstallation"),
    appKey,
    appName: appKey,
    scopes: withImplied(grant.scopes),
    accessToken: `shpat_${randomBytes(16).toString("hex")}`,
    expiresAt: grant.expiring ? toSecond(new Date(now + hourMs)) : null,
    refreshToken: grant.expiring ? `shprt_${randomBytes(16).toString("hex")}` : null,
    refreshExpiresAt: grant.expiring ? toSecond(new Date(now + ninetyDaysMs)) : null,
    previousRefreshToken: null,
    protectedData: grant.protectedData === undefined ? (known?.protectedData ?? null) : grant.protectedData,
    revokedAt: null,
    installedAt: known?.installedAt ?? toSecond(new Date(now)),
  });
}

/** `write_x` carries `read_x` with it. */
export function withImplied(scopes: readonly string[]): string[] {
  return [
    ...new Set(
      scopes.flatMap((scope) =>
        scope.startsWith("write_") ? [scope, scope.replace("write_", "read_")] : [scope],
      ),
    ),
  ];
}
