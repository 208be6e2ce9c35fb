import { and, eq, isNull, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type ApiKey, apiKeyFromRow } from "./api-key.ts";

/**
 * Ends a key: the next request with it is refused. Owners and managers only. Revoking again answers the same and
 * changes nothing; a key of another shop is a key that is not there.
 */
export async function revokeApiKey(
  ctx: ShopContext,
  input: { id: string },
): Promise<Result<ApiKey, { readonly code: "NotAllowed" | "NotFound" }>> {
  if (!allowed(ctx.role, "manage_keys")) return refused("NotAllowed");
  if (!uuid.test(input.id)) return refused("NotFound");
  const { apiKeys } = tables;
  const key = and(eq(apiKeys.shopId, ctx.shop.id), eq(apiKeys.id, input.id));
  return ctx.inShop(async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.clock.now(), revokedBy: ctx.actor.name })
      .where(and(key, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    const [row] = await tx.select().from(apiKeys).where(key);
    if (!row) return refused("NotFound");
    if (revoked.length > 0)
      await audit(tx, ctx, { act: "key.revoked", subject: row.id, detail: { prefix: row.prefix } });
    ctx.log.info({ key: row.id }, "API key revoked");
    return ok(apiKeyFromRow(row));
  });
}

/** What is no id cannot be asked for: PostgreSQL would answer with an error instead of nothing. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
