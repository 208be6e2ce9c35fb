import { z } from "zod";
import { customer, segment } from "./customer.ts";
import { location, mapped } from "./location.ts";
import { order } from "./order.ts";
import { product } from "./product.ts";
import { storeCreditAccount } from "./store-credit.ts";
import { currency, id } from "./values.ts";

/** A shop as a test, a demo or a replay describes it: POST /control/shops takes exactly this. */
export const shopDescription = z.object({
  id,
  /** `bloom.myshopify.com`; the handle is its first part unless given. */
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  handle: z.string().optional(),
  name: z.string(),
  email: z.string().default("owner@shop.example"),
  currency,
  timezone: z.string().default("Etc/UTC"),
  country: z.string().length(2).default("US"),
  plan: z.enum(["standard", "advanced", "plus", "enterprise"]).default("standard"),
  taxesIncluded: z.boolean().default(false),
  primaryLocale: z.string().default("en"),
  /** Markets the shop sells to: currencies a buyer may pay in, besides its own. */
  presentmentCurrencies: z.array(currency).default([]),
  customerAccountsVersion: z.enum(["CLASSIC", "NEW_CUSTOMER_ACCOUNTS"]).default("NEW_CUSTOMER_ACCOUNTS"),
  storeCreditEnabled: z.boolean().default(true),
  /** The number the next order gets, where orders do not say. */
  firstOrderNumber: z.number().int().positive().default(1001),
  /** The storefront's own domain, e.g. `bloomandthread.example`. */
  primaryDomain: z.string().optional(),
  brand: z
    .object({
      color: z.string().optional(),
      foreground: z.string().optional(),
      logo: z.string().optional(),
      shortDescription: z.string().optional(),
      slogan: z.string().optional(),
    })
    .default({}),
  locations: z.array(location).default([]),
  /** Nothing here looks an address up: whoever needs it says where a street is. */
  map: z.array(mapped).default([]),
  products: z.array(product).default([]),
  customers: z.array(customer).default([]),
  segments: z.array(segment).default([]),
  orders: z.array(order).default([]),
  storeCreditAccounts: z.array(storeCreditAccount).default([]),
});

/** What a caller writes: everything with a default may be left out. */
export type ShopDescription = z.input<typeof shopDescription>;
export type OrderDescription = z.input<typeof order>;
/** What the loader reads: defaults filled in. */
export type ParsedShop = z.output<typeof shopDescription>;
export type ParsedOrder = z.output<typeof order>;
