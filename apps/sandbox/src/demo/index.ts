import type { ShopDescription } from "../description/shop.ts";
import { bloom } from "./bloom/shop.ts";
import { describeShop } from "./describe-shop.ts";
import { fjord } from "./fjord/shop.ts";
import { kumo } from "./kumo/shop.ts";

/** The three demo shops, with dates relative to the moment they are loaded. */
export function demoShops(): ShopDescription[] {
  return [bloom, fjord, kumo].map(describeShop);
}
