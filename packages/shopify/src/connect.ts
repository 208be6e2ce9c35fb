import { type Admin, type AdminAccess, openAdmin } from "./admin/admin.ts";
import { type CustomerSignIn, customerSignIn } from "./customer-accounts/sign-in.ts";
import { type Granted, type Install, installWith } from "./install/install.ts";
import { renewToken } from "./install/renew-token.ts";
import { type ShopifyUrls, shopifyUrls } from "./links.ts";
import { verifyWebhook, type WebhookRequest } from "./webhook/verify-webhook.ts";

export interface ShopifySettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** While a secret is being rotated Shopify may sign with either. */
  readonly previousApiSecret?: string | undefined;
  /** Origin of a stand-in that answers for every shop: "http://localhost:3002". Absent in production. */
  readonly baseUrl?: string | undefined;
  readonly apiVersion?: string;
}

/** Our app at Shopify. */
export interface ShopifyApp {
  readonly apiKey: string;
  readonly apiVersion: string;
  readonly urls: ShopifyUrls;
  /** One shop's Admin API. Throws a RangeError when `shop` is not a *.myshopify.com domain. */
  admin(access: AdminAccess): Admin;
  /** OAuth: a merchant gives the app to a shop. */
  readonly install: Install;
  /** A customer signs in with the account they have at the shop. */
  readonly customers: CustomerSignIn;
  /** A new access token for an expiring one; null when the merchant has to install again. Throws ShopifyUnavailable. */
  renewToken(input: { readonly shop: string; readonly refreshToken: string }): Promise<Granted | null>;
  /** Whether a webhook was signed by Shopify. Call it with the bytes as they came in, before parsing. */
  verifyWebhook(request: WebhookRequest): boolean;
}

export function connectShopify(settings: ShopifySettings): ShopifyApp {
  const apiVersion = settings.apiVersion ?? "2026-10";
  const urls = shopifyUrls(settings.baseUrl);
  const secrets = [settings.apiSecret, ...(settings.previousApiSecret ? [settings.previousApiSecret] : [])];
  const { apiKey, apiSecret } = settings;
  const library = { apiKey, apiSecret, apiVersion, local: settings.baseUrl ? urls.local : null };
  return {
    apiKey,
    apiVersion,
    urls,
    admin: (access) => openAdmin(urls.api(access.shop), apiVersion, access),
    install: installWith(library),
    customers: customerSignIn(urls, settings.baseUrl ?? null),
    renewToken: (input) => renewToken(library, input),
    verifyWebhook: (request) => verifyWebhook(request, secrets),
  };
}
