import type { LetterShop } from "@kept/email";
import type { ShopContext } from "../context.ts";

/** The shop as its letters show it. */
export function letterShop({ shop }: ShopContext): LetterShop {
  return {
    name: shop.name,
    color: shop.brand.color ?? null,
    logoUrl: shop.brand.logoUrl ?? null,
    url: `https://${shop.domain}`,
  };
}
