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

/** Who a letter is from, as people read it, and where an answer goes. */
export function fromShop({ shop }: ShopContext): { fromName: string; replyTo?: string } {
  const replyTo = shop.replyTo ?? shop.contactEmail;
  return { fromName: shop.name, ...(replyTo && { replyTo }) };
}
