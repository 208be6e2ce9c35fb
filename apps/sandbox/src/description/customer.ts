import { z } from "zod";
import { segmentQuery } from "../customers/segments.ts";
import { id, when } from "./values.ts";

export const address = z.object({
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  address1: z.string().optional(),
  address2: z.string().optional(),
  city: z.string().optional(),
  province: z.string().optional(),
  provinceCode: z.string().optional(),
  country: z.string().optional(),
  countryCode: z.string().optional(),
  zip: z.string().optional(),
  phone: z.string().optional(),
});

const consent = z.object({
  state: z.enum(["NOT_SUBSCRIBED", "PENDING", "SUBSCRIBED", "UNSUBSCRIBED"]),
  optInLevel: z.string().default("SINGLE_OPT_IN"),
  updatedAt: when.nullable().default(null),
});

export const customer = z.object({
  id,
  /** How orders of this description name the customer; defaults to the e-mail address. */
  ref: z.string().optional(),
  email: z.string().nullable().default(null),
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  locale: z.string().optional(),
  tags: z.array(z.string()).default([]),
  note: z.string().nullable().default(null),
  /** A registered customer (ENABLED) or one who only ever ordered as a guest (DISABLED). */
  state: z.enum(["DISABLED", "ENABLED", "INVITED", "DECLINED"]).default("DISABLED"),
  address: address.optional(),
  emailConsent: consent.optional(),
  smsConsent: consent.optional(),
  taxExempt: z.boolean().optional(),
  taxExemptions: z.array(z.string()).optional(),
  createdAt: when.optional(),
});

export const segment = z.object({
  id,
  name: z.string(),
  /** The stand-in understands `customer_tags CONTAINS 'VIP'` and nothing else. */
  query: z.string().regex(segmentQuery),
});
