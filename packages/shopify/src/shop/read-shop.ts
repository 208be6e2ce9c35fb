import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";
import { asName } from "../names.ts";

const document = graphql(`
  query ReadShop {
    shop {
      id name email contactEmail myshopifyDomain currencyCode ianaTimezone taxesIncluded
      plan { publicDisplayName partnerDevelopment }
      primaryDomain { host url localization { defaultLocale alternateLocales } }
      domains { host }
      customerAccountsV2 { customerAccountsVersion url }
    }
    storeCreditConfiguration { storeCreditEnabled }
  }
`);

/** What Shopify says about a shop. A snapshot: re-read it, and never decide about money by it. */
export interface ShopFacts {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** The owner's. */
  readonly email: string;
  /** The one customers are given. */
  readonly contactEmail: string;
  readonly currency: string;
  /** IANA, "America/New_York". */
  readonly timeZone: string;
  readonly taxesIncluded: boolean;
  /** Of the primary domain: the shop's locales themselves would need a permission we have no other use for. */
  readonly primaryLocale: string;
  readonly locales: readonly string[];
  readonly plan: { readonly name: string; readonly development: boolean };
  readonly primaryUrl: string;
  readonly domains: readonly string[];
  readonly customerAccountsV2: { readonly version: "classic" | "new"; readonly url: string | null };
  /** Whether customers may spend store credit at checkout. */
  readonly storeCreditEnabled: boolean;
}

/** Throws ShopifyUnavailable. */
export async function readShop(admin: Admin): Promise<ShopFacts> {
  const { shop, storeCreditConfiguration } = await admin.read(document, {});
  const accounts = shop.customerAccountsV2;
  const languages = shop.primaryDomain.localization;
  return {
    id: shop.id,
    name: asName(shop.name),
    domain: shop.myshopifyDomain,
    email: shop.email,
    contactEmail: shop.contactEmail,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    taxesIncluded: shop.taxesIncluded,
    primaryLocale: languages?.defaultLocale ?? "en",
    locales: languages ? [languages.defaultLocale, ...languages.alternateLocales] : ["en"],
    plan: { name: shop.plan.publicDisplayName, development: shop.plan.partnerDevelopment },
    primaryUrl: shop.primaryDomain.url,
    domains: shop.domains.map((domain) => domain.host),
    customerAccountsV2: {
      version: accounts.customerAccountsVersion === "NEW_CUSTOMER_ACCOUNTS" ? "new" : "classic",
      url: accounts.url,
    },
    storeCreditEnabled: storeCreditConfiguration.storeCreditEnabled,
  };
}
