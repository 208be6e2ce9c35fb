import { randomBytes } from "node:crypto";
import { announceScopes } from "../webhooks/announce.ts";
import { toSecond } from "../world/clock.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";
import type { Installation } from "./installation.ts";
import { withImplied } from "./scopes.ts";

export interface Grant {
  scopes: string[];
  /** Those of them the app can do without: only these may it give back. */
  optionalScopes?: string[] | undefined;
  /** With a refresh token, and an access token that lasts an hour. */
  expiring: boolean;
  appKey?: string | undefined;
  appId?: number | undefined;
  /** What the shop calls it; left out, as it was called before, or the name it is known by here. */
  appName?: string | undefined;
  protectedData?: string[] | null | undefined;
  webhookVersion?: string | undefined;
}

const hourMs = 3_600_000;
const ninetyDaysMs = 90 * 24 * hourMs;

/** Gives an app access to a shop. One installation per app and shop: a new grant replaces the token of the last. */
export function install(world: World, shop: ShopWorld, grant: Grant): Installation {
  const appKey = grant.appKey ?? world.settings.appKey;
  const known = shop.installations.find((entry) => entry.appKey === appKey);
  if (known) shop.installations.delete(known.id);
  const now = world.now().getTime();
  const scopes = known && sameScopes(known.scopes, grant.scopes) ? known.scopes : withImplied(grant.scopes);
  const installation = shop.installations.save({
    id: known?.id ?? world.nextId("AppInstallation"),
    appKey,
    ...appId(grant.appId ?? known?.appId),
    ...webhookVersion(grant.webhookVersion ?? known?.webhookVersion),
    appName: grant.appName ?? nameOf(world, appKey, known),
    scopes,
    optionalScopes: grant.optionalScopes ?? known?.optionalScopes ?? [],
    accessToken: `shpat_${randomBytes(16).toString("hex")}`,
    expiresAt: grant.expiring ? toSecond(new Date(now + hourMs)) : null,
    refreshToken: grant.expiring ? `shprt_${randomBytes(16).toString("hex")}` : null,
    refreshExpiresAt: grant.expiring ? toSecond(new Date(now + ninetyDaysMs)) : null,
    previousRefreshToken: null,
    protectedData: grant.protectedData === undefined ? (known?.protectedData ?? null) : grant.protectedData,
    revokedAt: null,
    installedAt: known?.installedAt ?? toSecond(new Date(now)),
  });
  if (known && !known.revokedAt && !sameScopes(known.scopes, scopes))
    announceScopes(shop, installation, known.scopes);
  return installation;
}

function appId(id: number | undefined): { appId?: number } {
  return id === undefined ? {} : { appId: id };
}

function webhookVersion(version: string | undefined): { webhookVersion?: string } {
  return version === undefined ? {} : { webhookVersion: version };
}

function nameOf({ settings }: World, appKey: string, known: Installation | undefined): string {
  if (known && known.appName !== appKey) return known.appName;
  return appKey === settings.appKey ? (settings.appName ?? "Kept") : appKey;
}

function sameScopes(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((scope) => now.includes(scope));
}
