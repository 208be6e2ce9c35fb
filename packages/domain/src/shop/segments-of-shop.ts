import { readSegments, type Segment } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { unlessUnreachable } from "./reach.ts";

/** The customer segments staff made in Shopify, for choosing among them. Null when Shopify cannot be asked. */
export async function segmentsOfShop(ctx: ShopContext): Promise<readonly Segment[] | null> {
  const read = await unlessUnreachable(ctx, async () => readSegments(await ctx.admin()));
  return read ? read.value : null;
}
