import { and, eq, isNull, lt, or, sql, tables } from "@kept/database";
import { type ShopContext, shopContext } from "../context.ts";
import { shopFromRow } from "../shop/shop.ts";
import { acrossAllShops, type Tools } from "../tools.ts";
import { type ApiScope, actsOf, hashOf, scopesFromRow } from "./api-key.ts";

/** A program asking for a shop, with a key that says what it may. It has no role: what members decide is closed to it. */
export interface ApiContext extends ShopContext {
  readonly role: null;
  readonly keyId: string;
  readonly scopes: readonly ApiScope[];
}

/**
 * The shop that a secret opens; null, the same null, for none, a made-up one and a revoked one. The work is the same
 * for a hit and a miss: one hash, one look at an index by that hash, one conditional note of its use. Nothing compares
 * secrets byte by byte, so an answer's time says nothing about them.
 */
export async function apiContext(
  tools: Tools,
  bearer: string | null,
  options: { requestId: string },
): Promise<ApiContext | null> {
  const found = await keyOf(tools, hashOf(bearer ?? ""));
  if (!found) return null;
  const shop = shopFromRow(found.shop, tools);
  const actor = { kind: "api_key", keyId: found.key.id, name: found.key.name } as const;
  const scopes = scopesFromRow(found.key.scopes);
  return {
    ...shopContext(tools, shop, actor, options),
    role: null,
    keyMay: actsOf(scopes),
    keyId: found.key.id,
    scopes,
  };
}

/** Across shops, because the shop is what is being looked for. */
function keyOf(tools: Tools, secretHash: Buffer) {
  const { apiKeys, shops } = tables;
  const inForce = and(eq(apiKeys.secretHash, secretHash), isNull(apiKeys.revokedAt));
  return acrossAllShops(tools, async (tx) => {
    const [row] = await tx
      .select({ key: apiKeys, shop: shops })
      .from(apiKeys)
      .innerJoin(shops, eq(shops.id, apiKeys.shopId))
      .where(inForce);
    // At most once a minute, so that a busy program does not queue up behind its own row.
    await tx
      .update(apiKeys)
      .set({ lastUsedAt: sql`clock_timestamp()` })
      .where(
        and(
          inForce,
          or(
            isNull(apiKeys.lastUsedAt),
            lt(apiKeys.lastUsedAt, sql`clock_timestamp() - interval '1 minute'`),
          ),
        ),
      );
    return row ?? null;
  });
}
