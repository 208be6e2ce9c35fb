import type { MetafieldOwner } from "../metafields/metafield.ts";

/** A shop's own settings, as staff would change them. */
export interface Shop {
  id: number;
  domain: string;
  handle: string;
  name: string;
  email: string;
  currency: string;
  timezone: string;
  country: string;
  plan: "standard" | "advanced" | "plus" | "enterprise";
  taxesIncluded: boolean;
  primaryLocale: string;
  presentmentCurrencies: string[];
  customerAccountsVersion: "CLASSIC" | "NEW_CUSTOMER_ACCOUNTS";
  storeCreditEnabled: boolean;
  primaryDomain: string;
  brand: { color?: string; foreground?: string; logo?: string; shortDescription?: string; slogan?: string };
  nextOrderNumber: number;
  /** What a map knows of addresses, as its description said. */
  map?: KnownAddress[];
  createdAt: string;
}

export interface KnownAddress {
  address1: string;
  city: string;
  zip: string;
  latitude: number;
  longitude: number;
  suggestedAddresses: { address1: string; countryCode: string; formatted: string[] }[];
}

export interface Location extends MetafieldOwner {
  id: number;
  name: string;
  country: string;
  city: string;
  address1: string;
  zip: string;
  address2?: string;
  phone?: string;
  provinceCode: string | null;
  /** Where the name does not follow from the code. */
  province?: string;
  latitude?: number;
  longitude?: number;
  addressVerified?: boolean;
  /** What the address book would have it be; nothing here looks addresses up. */
  suggestedAddresses?: { address1: string; countryCode: string; formatted: string[] }[];
  active: boolean;
  fulfillsOnlineOrders: boolean;
  /** What its description told of it: stock, orders that wait there, that it is never to be closed. */
  stocked?: boolean;
  pendingOrders?: boolean;
  permanent?: boolean;
  /** Whose warehouse it is, where a fulfillment service runs it. */
  fulfillmentService?: {
    id: number;
    handle: string;
    serviceName: string;
    callbackUrl?: string;
    trackingSupport?: boolean;
    inventoryManagement?: boolean;
    requiresShippingMethod?: boolean;
  };
  createdAt: string;
  updatedAt?: string;
  deactivatedAt: string | null;
}
