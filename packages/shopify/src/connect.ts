import { type Admin, type AdminAccess, openAdmin } from "./admin/admin.ts";
import { type ShopifyUrls, shopifyUrls } from "./links.ts";
import { verifyWebhook, type WebhookRequest } from "./webhook.ts";

export interface ShopifySettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** While a secret is being rotated Shopify may sign with either. */
  readonly previousApiSecret?: string;
  /** Origin of a stand-in that answers for every shop: "http://localhost:3002". Absent in production. */
  readonly baseUrl?: string;
  readonly apiVersion?: string;
}

/** Our app at Shopify. */
export interface ShopifyApp {
  readonly apiKey: string;
  readonly apiVersion: string;
  readonly urls: ShopifyUrls;
  /** One shop's Admin API. Throws a RangeError when `shop` is not a *.myshopify.com domain. */
  admin(access: AdminAccess): Admin;
  /** Whether a webhook was signed by Shopify. Call it with the bytes as they came in, before parsing. */
  verifyWebhook(request: WebhookRequest): boolean;
}

export function connectShopify(settings: ShopifySettings): ShopifyApp {
  const apiVersion = settings.apiVersion ?? "2026-10";
  const urls = shopifyUrls(settings.baseUrl);
  const secrets = [settings.apiSecret, ...(settings.previousApiSecret ? [settings.previousApiSecret] : [])];
  return {
    apiKey: settings.apiKey,
    apiVersion,
    urls,
    admin: (access) => openAdmin(urls.api(access.shop), apiVersion, access),
    verifyWebhook: (request) => verifyWebhook(request, secrets),
  };
}
