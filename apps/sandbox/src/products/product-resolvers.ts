import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import { money } from "../graphql/money.ts";
import { printMinor } from "../money/amount.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Product, Variant } from "./product.ts";

interface VariantSource {
  product: Product;
  variant: Variant;
}

export const productResolvers: Resolvers = {
  Product: {
    id: (product: Product) => gid("Product", product.id),
    legacyResourceId: (product: Product) => String(product.id),
    productType: (product: Product) => product.type,
    isGiftCard: (product: Product) => product.giftCard,
    status: () => "ACTIVE",
    description: () => "",
    descriptionHtml: () => "",
    updatedAt: (product: Product) => product.createdAt,
    featuredImage: (product: Product, _args, { shop }) => imageOf(shop, product),
    featuredMedia: () => null,
    onlineStoreUrl: (product: Product, _args, { shop }) =>
      `https://${shop.shop.primaryDomain}/products/${product.handle}`,
    totalInventory: (product: Product) =>
      product.variants.reduce((all, variant) => all + variant.inventory, 0),
    tracksInventory: () => true,
    totalVariants: (product: Product) => product.variants.length,
    hasOutOfStockVariants: (product: Product) => product.variants.some((variant) => variant.inventory <= 0),
    hasVariantsThatRequiresComponents: () => false,
    requiresSellingPlan: () => false,
    seo: () => ({ title: null, description: null }),
    priceRangeV2: (product: Product, _args, { shop }) => {
      const prices = product.variants.map((variant) => variant.price).sort((a, b) => (a < b ? -1 : 1));
      const { currency } = shop.shop;
      return {
        minVariantPrice: money(prices[0] ?? 0n, currency),
        maxVariantPrice: money(prices.at(-1) ?? 0n, currency),
      };
    },
    hasOnlyDefaultVariant: (product: Product) => product.variants.length === 1,
    collections: (product: Product, args: PageArguments) =>
      connection(product.collections.map(collectionSource), args, { idOf: (entry) => entry.id }),
    inCollection: (product: Product, args: { id: string }) =>
      product.collections.some((handle) => collectionSource(handle).id === args.id),
    variants: (product: Product, args: PageArguments) =>
      connection(
        product.variants.map((variant) => ({ product, variant })),
        args,
        { idOf: (entry) => entry.variant.id },
      ),
    images: (product: Product, args: PageArguments, { shop }) =>
      connection(
        [imageOf(shop, product)].filter((image) => image !== null),
        args,
        { idOf: (image) => image.url },
      ),
  },
  ProductVariant: {
    id: ({ variant }: VariantSource) => gid("ProductVariant", variant.id),
    legacyResourceId: ({ variant }: VariantSource) => String(variant.id),
    title: ({ variant }: VariantSource) => variant.title,
    displayName: ({ product, variant }: VariantSource) => `${product.title} - ${variant.title}`,
    sku: ({ variant }: VariantSource) => variant.sku,
    price: ({ variant }: VariantSource, _args, { shop }) => printMinor(variant.price, shop.shop.currency),
    inventoryQuantity: ({ variant }: VariantSource) => variant.inventory,
    sellableOnlineQuantity: ({ variant }: VariantSource) => variant.inventory,
    availableForSale: () => true,
    taxable: () => true,
    position: ({ product, variant }: VariantSource) => product.variants.indexOf(variant) + 1,
    createdAt: ({ product }: VariantSource) => product.createdAt,
    updatedAt: ({ product }: VariantSource) => product.createdAt,
    image: ({ product }: VariantSource, _args, { shop }) => imageOf(shop, product),
    selectedOptions: ({ variant }: VariantSource) => [{ name: "Title", value: variant.title }],
  },
};

/** The product's picture as an Image; its address is on this server. */
export function imageOf(shop: ShopWorld, product: Product | undefined) {
  if (!product?.picture) return null;
  const url = `${shop.world.settings.publicUrl}/cdn/${shop.shop.handle}/${product.picture}`;
  return {
    id: gid("ProductImage", product.id),
    url,
    src: url,
    originalSrc: url,
    transformedSrc: url,
    altText: product.pictureAlt,
    width: 800,
    height: 800,
  };
}

/** Collections exist by being named; their number is derived from the handle, so that it stays the same. */
export function collectionSource(handle: string) {
  let number = 400_000_000_000;
  for (const character of handle) number += character.charCodeAt(0) * 7_919 + (number % 104_729);
  return {
    id: gid("Collection", number),
    handle,
    title: handle.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase()),
  };
}
