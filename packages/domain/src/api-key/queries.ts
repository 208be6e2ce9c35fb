import { desc, eq, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type ApiKey, apiKeyFromRow } from "./api-key.ts";

/** The shop's keys, newest first, revoked ones included. */
export async function listApiKeys(ctx: ShopContext): Promise<ApiKey[]> {
  const { apiKeys } = tables;
  const rows = await ctx.inShop((tx) =>
    tx
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.shopId, ctx.shop.id))
      .orderBy(desc(apiKeys.createdAt))
      .limit(200),
  );
  return rows.map(apiKeyFromRow);
}
