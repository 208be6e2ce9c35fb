import { readLocations } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { unlessUnreachable } from "./reach.ts";

/** Where goods that came back can be put on the shelf again; empty while Shopify cannot be asked. */
export async function restockPlaces(
  ctx: ShopContext,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const read = await unlessUnreachable(ctx, async () => readLocations(await ctx.admin()));
  return read?.value ?? [];
}
