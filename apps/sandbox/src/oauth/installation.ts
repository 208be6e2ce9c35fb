/** One app's access to one shop. A new grant replaces the access token; a revoked one keeps its row for the record. */
export interface Installation {
  id: number;
  appKey: string;
  /** The app's own number, where it was told. */
  appId?: number;
  appName: string;
  /** The version its webhooks are written in, where it is not the one they were asked for with. */
  webhookVersion?: string;
  scopes: string[];
  /** Granted, but not needed: `appRevokeAccessScopes` takes these and no others. */
  optionalScopes?: string[];
  accessToken: string;
  /** `null`: a token that does not expire. */
  expiresAt: string | null;
  refreshToken: string | null;
  refreshExpiresAt: string | null;
  /** Still good until the tokens that replaced it are first used. */
  previousRefreshToken: string | null;
  /** Protected customer data it is approved for (`customer`, `email`, `name`, `phone`, `address`); `null` is all. */
  protectedData: string[] | null;
  revokedAt: string | null;
  installedAt: string;
}

/** The number in the app's gid. */
export function appIdOf({ id, appId }: Pick<Installation, "id" | "appId">): number {
  return appId ?? 1_000 + id;
}
