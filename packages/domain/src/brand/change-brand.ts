import { eq, type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import { mayDo, type ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { type Brand, brandSchema } from "./brand.ts";

export type BrandRefusal = { readonly code: "NotAllowed" | "Invalid" };

/** Saves what the portal and the letters wear. Counts from the next page on; nothing that was sent changes. */
export async function changeBrand(
  ctx: ShopContext,
  input: { brand: unknown },
): Promise<Result<{ brand: Brand }, BrandRefusal>> {
  if (!mayDo(ctx, "change_policy")) return refused("NotAllowed");
  const read = brandSchema.safeParse(input.brand);
  if (!read.success) return refused("Invalid");
  const brand = withoutEmpty(read.data);
  await ctx.inShop((tx) => writeBrand(tx, ctx, ctx.shop.brand, brand));
  return ok({ brand });
}

/** Writes what the shop wears from now on, for whoever may. */
export async function writeBrand(
  tx: Transaction,
  ctx: ShopContext,
  before: Brand,
  after: Brand,
): Promise<void> {
  await tx.update(tables.shops).set({ brand: after }).where(eq(tables.shops.id, ctx.shop.id));
  await audit(tx, ctx, { act: "settings.brand_changed", before, after });
}

/** A language without a word of the shop's own says nothing and is not kept. */
function withoutEmpty({ words = {}, ...looks }: Brand): Brand {
  const said = Object.entries(words)
    .map(([language, own]) => [language, trimmed(own)] as const)
    .filter(([, own]) => Object.keys(own).length > 0);
  return said.length > 0 ? { ...looks, words: Object.fromEntries(said) } : looks;
}

function trimmed(own: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(own)
      .map(([name, text]) => [name, text?.trim() ?? ""] as const)
      .filter(([, text]) => text !== ""),
  );
}
