import { legacyId } from "./gid.ts";
import { isShopDomain, shopHandle } from "./shop-domain.ts";

/** Addresses at Shopify, for people to click and for us to call. */
export interface ShopifyUrls {
  /** The shop's admin: https://admin.shopify.com/store/bloom */
  admin(shop: string): string;
  /** An order in the admin. */
  order(shop: string, orderId: string): string;
  /** A customer in the admin, with the store credit section. The account itself has no address of its own. */
  customer(shop: string, customerId: string): string;
  /** Where the shop's API and OAuth pages answer: https://bloom.myshopify.com */
  api(shop: string): string;
  /** Settings › Customer accounts: accounts version and the store credit switch. */
  customerAccountsSettings(shop: string): string;
  /** Turns an address at Shopify into the stand-in's, where one is used; otherwise gives it back as it is. */
  local(url: string): string;
}

/** `baseUrl` is the stand-in's origin; absent, everything is Shopify's own. */
export function shopifyUrls(baseUrl?: string): ShopifyUrls {
  const origin = baseUrl?.replace(/\/+$/, "");
  const admin = (shop: string) => `${origin ?? "https://admin.shopify.com"}/store/${shopHandle(shop)}`;
  return {
    admin,
    order: (shop, orderId) => `${admin(shop)}/orders/${legacyId(orderId)}`,
    customer: (shop, customerId) => `${admin(shop)}/customers/${legacyId(customerId)}`,
    customerAccountsSettings: (shop) => `${admin(shop)}/settings/customer_accounts`,
    api(shop) {
      if (!isShopDomain(shop)) throw new RangeError(`Not a shop: ${JSON.stringify(shop.slice(0, 80))}`);
      return origin ? `${origin}/${shop}` : `https://${shop}`;
    },
    local(url) {
      if (!origin) return url;
      return url
        .replace(/^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)(?=[/?]|$)/, `${origin}/$1`)
        .replace(/^https:\/\/admin\.shopify\.com(?=\/store\/)/, origin);
    },
  };
}
