import { servicesOf } from "../fulfillment-services/fulfillment-service-resolvers.ts";
import { apiVersionsOn } from "../graphql/api-versions.ts";
import type { Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import type { Shop } from "./shop.ts";

const plans = {
  standard: "Basic",
  advanced: "Advanced",
  plus: "Shopify Plus",
  enterprise: "Enterprise",
} as const;

export const shopResolvers: Resolvers = {
  Shop: {
    id: (shop: Shop) => gid("Shop", shop.id),
    myshopifyDomain: (shop: Shop) => shop.domain,
    contactEmail: (shop: Shop) => shop.email,
    currencyCode: (shop: Shop) => shop.currency,
    currencyFormats: () => ({
      moneyFormat: "{{amount}}",
      moneyWithCurrencyFormat: "{{amount}}",
      moneyInEmailsFormat: "{{amount}}",
      moneyWithCurrencyInEmailsFormat: "{{amount}}",
    }),
    enabledPresentmentCurrencies: (shop: Shop) => [
      ...new Set([shop.currency, ...shop.presentmentCurrencies]),
    ],
    ianaTimezone: (shop: Shop) => shop.timezone,
    timezoneAbbreviation: (shop: Shop, _args, { world }) => zonePart(shop, world.now(), "short"),
    timezoneOffset: (shop: Shop, _args, { world }) =>
      zonePart(shop, world.now(), "longOffset").replace(/^GMT$/, "+00:00").replace(/^GMT/, ""),
    url: (shop: Shop) => `https://${shop.primaryDomain}`,
    storefrontUrl: (shop: Shop) => `https://${shop.primaryDomain}`,
    updatedAt: (shop: Shop) => shop.createdAt,
    shopOwnerName: (shop: Shop) => `${shop.name} owner`,
    setupRequired: () => false,
    checkoutApiSupported: () => true,
    taxShipping: () => true,
    unitSystem: (shop: Shop) => (shop.country === "US" ? "IMPERIAL_SYSTEM" : "METRIC_SYSTEM"),
    weightUnit: () => "GRAMS",
    fulfillmentServices: (_shop: Shop, _args, { shop }) => servicesOf(shop),
    customerAccounts: () => "OPTIONAL",
    orderNumberFormatPrefix: () => "#",
    orderNumberFormatSuffix: () => "",
    plan: (shop: Shop) => ({
      publicDisplayName: plans[shop.plan],
      displayName: plans[shop.plan],
      partnerDevelopment: false,
      shopifyPlus: shop.plan === "plus" || shop.plan === "enterprise",
    }),
    resourceLimits: () => ({ locationLimit: 200, maxProductOptions: 3, maxProductVariants: 2_048 }),
    primaryDomain: domain,
    domains: (shop: Shop) => [
      domain(shop),
      ...(shop.primaryDomain === shop.domain
        ? []
        : [
            {
              ...domain(shop),
              id: gid("Domain", shop.id + 1),
              host: shop.domain,
              url: `https://${shop.domain}`,
            },
          ]),
    ],
    customerAccountsV2: (shop: Shop, _args, { world }) => ({
      customerAccountsVersion: shop.customerAccountsVersion,
      loginLinksVisibleOnStorefrontAndCheckout: true,
      loginRequiredAtCheckout: false,
      url:
        shop.customerAccountsVersion === "CLASSIC"
          ? `https://${shop.primaryDomain}/account`
          : `${world.settings.publicUrl}/${shop.domain}/account`,
    }),
    shopAddress: (shop: Shop) => ({
      id: gid("ShopAddress", shop.id),
      countryCodeV2: shop.country,
      coordinatesValidated: false,
      formatted: [],
    }),
    billingAddress: (shop: Shop) => ({
      id: gid("ShopAddress", shop.id),
      countryCodeV2: shop.country,
      coordinatesValidated: false,
      formatted: [],
    }),
  },
};

export const shopQueries: Resolvers[string] = {
  publicApiVersions: (_source, _args, { world }) => apiVersionsOn(world.now()),
  shop: (_source, _args, { shop }) => shop.shop,
  storeCreditConfiguration: (_source, _args, { shop }) => ({
    storeCreditEnabled: shop.shop.storeCreditEnabled,
  }),
};

function domain(shop: Shop) {
  return {
    id: gid("Domain", shop.id),
    host: shop.primaryDomain,
    url: `https://${shop.primaryDomain}`,
    sslEnabled: true,
    localization: { defaultLocale: shop.primaryLocale, alternateLocales: [], country: shop.country },
  };
}

function zonePart(shop: Shop, now: Date, style: "short" | "longOffset"): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: shop.timezone,
    timeZoneName: style,
  }).formatToParts(now);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "UTC";
}
