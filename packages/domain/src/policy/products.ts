import type { OrderProduct } from "@kept/shopify";
import { z } from "zod";

/** Names products: by tag, type, vendor, collection or id. One hit in any list is enough. */
export const productsSchema = z.strictObject({
  tags: z.array(z.string().min(1)).default([]),
  types: z.array(z.string().min(1)).default([]),
  vendors: z.array(z.string().min(1)).default([]),
  collectionIds: z.array(z.string().min(1)).default([]),
  productIds: z.array(z.string().min(1)).default([]),
});

export type Products = z.output<typeof productsSchema>;

export const noProducts: Products = { tags: [], types: [], vendors: [], collectionIds: [], productIds: [] };

/** Whether the lists name this product. A product that was deleted in Shopify is named by none. */
export function namesProduct(products: Products, product: OrderProduct | null): boolean {
  return (
    product !== null &&
    (sharesText(products.tags, product.tags) ||
      sharesText(products.types, [product.type]) ||
      sharesText(products.vendors, [product.vendor]) ||
      product.collectionIds.some((id) => products.collectionIds.includes(id)) ||
      products.productIds.includes(product.id))
  );
}

/** Whether two lists of words have one in common. Tags are compared as Shopify compares them: case does not count. */
export function sharesText(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return false;
  const folded = new Set(some.map(fold));
  return others.some((other) => folded.has(fold(other)));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
