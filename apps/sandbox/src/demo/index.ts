import type { ShopDescription } from "../description.ts";

/** The shops SANDBOX_SEED=demo opens with. */
export function demoShops(): ShopDescription[] {
  return [];
}
