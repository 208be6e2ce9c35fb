import type { Products } from "@kept/domain";
import { type Fields, wordsFrom, wordsText } from "./reading.ts";

/** Which products a rule is about, as texts: "linen, silk". */
export type TypedProducts = Readonly<Record<keyof Products, string>>;

export function typedProducts(products: Products): TypedProducts {
  return {
    tags: wordsText(products.tags),
    types: wordsText(products.types),
    vendors: wordsText(products.vendors),
    collectionIds: wordsText(products.collectionIds.map(numberOf)),
    productIds: wordsText(products.productIds.map(numberOf)),
  };
}

/** Ids may be typed whole, as Shopify's admin addresses end, or as the number alone. */
export function productsFrom(typed: TypedProducts, at: string, fields: Fields): Products {
  const ids = (kind: "Collection" | "Product", name: "collectionIds" | "productIds") =>
    wordsFrom(typed[name]).flatMap((text) => {
      const number = /(\d{1,20})\/?$/.exec(text)?.[1];
      if (number) return [`gid://shopify/${kind}/${number}`];
      fields[`${at}.${name}`] = `Type numbers, as the addresses of ${kind.toLowerCase()}s in Shopify end.`;
      return [];
    });
  return {
    tags: wordsFrom(typed.tags),
    types: wordsFrom(typed.types),
    vendors: wordsFrom(typed.vendors),
    collectionIds: ids("Collection", "collectionIds"),
    productIds: ids("Product", "productIds"),
  };
}

export function namesNothing(typed: TypedProducts): boolean {
  return Object.values(typed).every((text) => text.trim() === "");
}

export const anyProducts: TypedProducts = {
  tags: "",
  types: "",
  vendors: "",
  collectionIds: "",
  productIds: "",
};

function numberOf(gid: string): string {
  return gid.split("/").at(-1) ?? gid;
}
