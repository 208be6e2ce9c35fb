import type { ShopContext } from "../context.ts";
import { dayIn } from "../day.ts";

/** The day it is then where the shop is: "2026-11-28". */
export function shopDay({ shop }: Pick<ShopContext, "shop">, at: Date): string {
  return dayIn(shop.timeZone, at);
}
