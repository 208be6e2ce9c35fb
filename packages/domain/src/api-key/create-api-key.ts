import { and, eq, isNull, sql, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";
import { type ApiKey, type ApiScope, apiKeyFromRow, hashOf, makeSecret, prefixOf } from "./api-key.ts";

export type CreateApiKeyRefusal =
  | { readonly code: "NotAllowed" }
  | { readonly code: "NameMissing" | "NameTooLong"; readonly most: number }
  | { readonly code: "TooManyKeys"; readonly most: number };

/** More keys in use than this are a mistake, or somebody hiding one among them. */
export const mostKeys = 20;
export const longestName = 60;

/**
 * A new key for the shop's own programs. Owners and managers only. The answer is the one place where the secret ever
 * stands: it is not kept, cannot be shown again, and whoever has it may do what the scopes say.
 */
export async function createApiKey(
  ctx: ShopContext,
  input: { name: string; scopes?: readonly ApiScope[] },
): Promise<Result<{ key: ApiKey; secret: string }, CreateApiKeyRefusal>> {
  if (!allowed(ctx.role, "manage_keys")) return refused("NotAllowed");
  const name = input.name.replace(/\p{Cc}/gu, " ").trim();
  if (name === "") return refused("NameMissing", { most: longestName });
  if ([...name].length > longestName) return refused("NameTooLong", { most: longestName });
  const secret = makeSecret();
  return ctx.inShop(async (tx) => {
    // Makers take turns on the shop's row, so that two at once cannot pass the limit together.
    await tx.execute(sql`select 1 from shops where id = ${ctx.shop.id} for update`);
    const inUse = await tx
      .select({ id: tables.apiKeys.id })
      .from(tables.apiKeys)
      .where(and(eq(tables.apiKeys.shopId, ctx.shop.id), isNull(tables.apiKeys.revokedAt)));
    if (inUse.length >= mostKeys) return refused("TooManyKeys", { most: mostKeys });
    const [row] = await tx
      .insert(tables.apiKeys)
      .values({
        shopId: ctx.shop.id,
        name,
        prefix: prefixOf(secret),
        secretHash: hashOf(secret),
        scopes: [...(input.scopes ?? ["quotes"])],
        createdBy: ctx.actor.name,
      })
      .returning();
    if (!row) throw new Error("A key was made and is not there");
    await audit(tx, ctx, { act: "key.created", subject: row.id, detail: { prefix: row.prefix } });
    ctx.log.info({ key: row.id, prefix: row.prefix }, "API key created");
    return ok({ key: apiKeyFromRow(row), secret });
  });
}
