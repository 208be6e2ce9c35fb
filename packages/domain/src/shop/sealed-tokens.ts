import { type SealingKey, seal } from "./seal.ts";

/** What Shopify gave: secrets. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string | null;
  readonly expiresAt?: Date | null;
  readonly refreshExpiresAt?: Date | null;
}

/** The same as the database keeps it. */
export function sealedTokens(key: SealingKey, shopId: string, given: Tokens) {
  return {
    accessToken: seal(given.accessToken, key, shopId, "access_token"),
    refreshToken: given.refreshToken ? seal(given.refreshToken, key, shopId, "refresh_token") : null,
    expiresAt: given.expiresAt ?? null,
    refreshExpiresAt: given.refreshExpiresAt ?? null,
  };
}
