import { createHash, randomBytes } from "node:crypto";
import type { tables } from "@kept/database";
import type { Act } from "../organization/roles.ts";

/** What a key may be allowed to do. A key may nothing that is not named. */
export const apiScopes = [
  "quotes",
  "returns:read",
  "returns:write",
  "returns:decide",
  "messages:read",
  "messages:write",
  "credits:read",
  "credits:issue",
  "reconciliation:read",
  "webhooks",
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** What members do that a key with these scopes does as well. */
export function actsOf(scopes: readonly ApiScope[]): Act[] {
  return scopes.flatMap((scope) => actOf[scope] ?? []);
}

const actOf: Partial<Record<ApiScope, Act>> = {
  "returns:decide": "decide",
  "messages:write": "message",
  "credits:issue": "issue",
  webhooks: "manage_keys",
};

/** A key as its shop may see it: never the secret, which only its maker saw, once. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The secret's beginning, to tell one key from another. */
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  readonly createdBy: string;
  readonly createdAt: Date;
  /** To the minute; null while it was never used. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
}

const start = "kept_live_";

/** 32 random bytes behind a beginning that scanners for lost secrets can recognize. */
export function makeSecret(): string {
  return `${start}${randomBytes(32).toString("base64url")}`;
}

export function prefixOf(secret: string): string {
  return secret.slice(0, start.length + 6);
}

/** All that is kept of a secret. Its randomness makes a slow hash or a salt unnecessary. */
export function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

export function apiKeyFromRow(row: typeof tables.apiKeys.$inferSelect): ApiKey {
  const { id, name, prefix, createdBy, createdAt, lastUsedAt, revokedAt, revokedBy } = row;
  const scopes = scopesFromRow(row.scopes);
  return { id, name, prefix, scopes, createdBy, createdAt, lastUsedAt, revokedAt, revokedBy };
}

/** A scope that this version does not know gives no right. */
export function scopesFromRow(scopes: readonly string[]): ApiScope[] {
  return apiScopes.filter((scope) => scopes.includes(scope));
}
