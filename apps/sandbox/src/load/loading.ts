import type { Customer } from "../customers/customer.ts";
import type { ParsedShop } from "../description/shop.ts";
import type { Product, Variant } from "../products/product.ts";
import type { Issuer } from "../store-credit/account.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";

/** A described shop on its way into the world. */
export interface Loading {
  world: World;
  shop: ShopWorld;
  parsed: ParsedShop;
  /** By the name orders call them. */
  customers: Map<string, Customer>;
  variants: Map<string, { product: Product; variant: Variant }>;
  /** Store-credit movements of the story so far, run in the order of time once everything is loaded. */
  credits: { at: string; run: () => void }[];
}

export const setupIssuer: Issuer = { kind: "setup", name: "Setup", requestId: null };
