import type { tables } from "@kept/database";
import { z } from "zod";
import { type Brand, storedBrand } from "../brand/brand.ts";
import type { Tools } from "../tools.ts";

/** One Shopify store as Kept knows it. What Shopify says about itself is a snapshot; see `checkShop`. */
export interface Shop {
  readonly id: string;
  readonly organizationId: string;
  readonly handle: string;
  readonly domain: string;
  readonly name: string;
  /** ISO 4217, the shop's own; a return is in its order's presentment currency instead. */
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly brand: Brand;
  readonly portal: PortalSettings;
  readonly storeCreditEnabled: "yes" | "no" | "unknown";
  readonly accountsVersion: "classic" | "new" | "unknown";
  /** Where customers sign in to the shop's new customer accounts. */
  readonly accountsUrl: string | null;
  /** The address Shopify gives to the shop's customers. */
  readonly contactEmail: string | null;
  /** Where answers to letters go instead, when the shop says so. */
  readonly replyTo: string | null;
  readonly pausedAt: Date | null;
  /** The most one credit account may hold, as a decimal amount by currency; only where it was told us. */
  readonly mostPerAccount: Readonly<Record<string, string>>;
  readonly adminUrl: string;
}

/** How customers say who they are. */
export const portalSettingsSchema = z.object({
  /** What they know beside the order number. */
  proof: z.enum(["email", "phone", "postcode"]).default("email"),
  /** Whether they may sign in with their customer account instead. */
  signIn: z.boolean().default(false),
  /** The Customer Account API client, where it is not our app's own. */
  clientId: z.string().min(1).max(120).optional(),
});
export type PortalSettings = z.output<typeof portalSettingsSchema>;

export function shopFromRow(row: typeof tables.shops.$inferSelect, tools: Tools): Shop {
  const portal = portalSettingsSchema.safeParse(row.portal);
  return {
    id: row.id,
    organizationId: row.organizationId,
    handle: row.handle,
    domain: row.domain,
    name: row.name,
    currency: row.currency,
    timeZone: row.timeZone,
    locale: row.locale,
    brand: storedBrand(row.brand),
    portal: portal.success ? portal.data : portalSettingsSchema.parse({}),
    storeCreditEnabled: row.storeCreditEnabled,
    accountsVersion: row.accountsVersion,
    accountsUrl: row.accountsUrl,
    contactEmail: row.contactEmail,
    replyTo: row.replyTo,
    pausedAt: row.pausedAt,
    mostPerAccount: mostPerAccount(row.limits),
    adminUrl: tools.shopify.urls.admin(row.domain),
  };
}

const limitsSchema = z.record(
  z.string(),
  z.object({
    perAccount: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .optional(),
  }),
);

/** Of limits that cannot be read none is one of an account's. */
function mostPerAccount(limits: unknown): Record<string, string> {
  const read = limitsSchema.safeParse(limits ?? {});
  const known = Object.entries(read.success ? read.data : {});
  return Object.fromEntries(
    known.flatMap(([currency, { perAccount }]) => (perAccount ? [[currency, perAccount]] : [])),
  );
}
