import { z } from "zod";
import { id } from "./values.ts";

const suggestedAddress = z.object({
  address1: z.string(),
  countryCode: z.string(),
  formatted: z.array(z.string()),
});

export const location = z.object({
  id,
  name: z.string(),
  country: z.string().default("US"),
  city: z.string().default(""),
  address1: z.string().default(""),
  zip: z.string().default(""),
  address2: z.string().optional(),
  phone: z.string().optional(),
  provinceCode: z.string().nullable().default(null),
  province: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  addressVerified: z.boolean().optional(),
  fulfillmentService: z.object({ id: z.number(), handle: z.string(), serviceName: z.string() }).optional(),
  suggestedAddresses: z.array(suggestedAddress).optional(),
  active: z.boolean().default(true),
  /** Whether stock lies there; left out, wherever online orders are sent from and there are products. */
  stocked: z.boolean().optional(),
  /** Orders that wait there besides those of this description. */
  pendingOrders: z.boolean().optional(),
  /** It can never be closed: the shop's own address. */
  permanent: z.boolean().optional(),
  fulfillsOnlineOrders: z.boolean().default(true),
});

/** What a map knows of one address. */
export const mapped = z.object({
  address1: z.string(),
  city: z.string().default(""),
  zip: z.string().default(""),
  latitude: z.number(),
  longitude: z.number(),
  suggestedAddresses: z.array(suggestedAddress).default([]),
});
