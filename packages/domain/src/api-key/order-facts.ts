import type { Order } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { newestPolicy, type SavedPolicy } from "../policy/versions.ts";
import { unitsTaken, withoutUnits } from "../return/units-taken.ts";

/** What Kept knows beside Shopify: the policy in force, and units asked back a moment ago. */
export function ourFacts(ctx: ShopContext, read: Order) {
  return ctx.inShop(async (tx) => {
    const order = withoutUnits(read, await unitsTaken(tx, ctx.shop.id, read.id));
    const policy: SavedPolicy = await newestPolicy(tx, ctx);
    return { order, policy };
  });
}

/** Shopify's whole id for a number or a whole id; null for what is neither. */
export function gid(kind: "Order" | "LineItem", id: string): string | null {
  const number = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/)?(\d{1,20})$/.exec(id);
  return number && (number[1] ?? kind) === kind ? `gid://shopify/${kind}/${number[2]}` : null;
}
