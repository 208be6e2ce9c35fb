import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, bytes, currency, id, now, shopId } from "./columns.ts";
import { organizations, users } from "./people.ts";

/**
 * One Shopify store. It belongs to one organization; others reach it only by a grant.
 * `handle` is its place in addresses (portal and dashboard) and never changes; `domain` is *.myshopify.com.
 * What Shopify says about the store (accounts version, credit switch …) is a snapshot with its time, re-read, never trusted for money.
 */
export const shops = pgTable(
  "shops",
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    domain: text().notNull().unique(),
    handle: text().notNull().unique(),
    name: text().notNull(),
    currency: currency(),
    timeZone: text().notNull(),
    locale: text().notNull(),
    /** Logo, colours, wording: what the portal and the letters look like. */
    brand: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** How customers say who they are, and what the portal asks of them. */
    portal: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    storeCreditEnabled: text({ enum: ["yes", "no", "unknown"] })
      .notNull()
      .default("unknown"),
    accountsVersion: text({ enum: ["classic", "new", "unknown"] })
      .notNull()
      .default("unknown"),
    accountsUrl: text(),
    /** The address Shopify gives to the shop's customers; answers to letters go there. */
    contactEmail: text(),
    /** Where answers to letters go instead, when the shop says so. */
    replyTo: text(),
    checkedAt: at(),
    /** The kill switch: while set, no money call leaves for this shop. Who pressed it, and why, stands beside it. */
    pausedAt: at(),
    pausedBy: text(),
    pausedReason: text(),
    /** What may leave per return, customer and day without a person, and above what two people decide; per currency. */
    limits: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    nextReturnNumber: integer().notNull().default(1001),
    createdAt: now(),
  },
  (t) => [
    index("shops_organization").on(t.organizationId),
    check("shops_domain", sql`${t.domain} ~ '^[a-z0-9][a-z0-9-]*\\.myshopify\\.com$'`),
    check("shops_handle", sql`${t.handle} ~ '^[a-z0-9][a-z0-9-]*$'`),
  ],
);

/**
 * An agency's way into a client's shop: given by the shop's owner, taken back by setting `revokedAt`. `role` is the
 * most anybody of the agency may be there; owner is nobody who comes this way.
 */
export const shopGrants = pgTable(
  "shop_grants",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    role: text({ enum: ["manager", "agent", "finance", "viewer"] })
      .notNull()
      .default("manager"),
    grantedBy: uuid().references(() => users.id),
    grantedAt: now(),
    revokedAt: at(),
    revokedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.organizationId] }),
    index("shop_grants_organization").on(t.organizationId),
    check("shop_grants_role", sql`${t.role} in ('manager', 'agent', 'finance', 'viewer')`),
  ],
);

/**
 * An agency asked into a shop by e-mail. Whoever has the letter's link accepts it for their agency, once; only the
 * link's hash is kept. Open while none of `acceptedAt` and `withdrawnAt` is set and `expiresAt` is ahead.
 */
export const shopInvitations = pgTable(
  "shop_invitations",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text({ enum: ["manager", "agent", "finance", "viewer"] }).notNull(),
    tokenHash: text().notNull().unique("shop_invitations_token"),
    invitedBy: text().notNull(),
    sentAt: now(),
    expiresAt: at().notNull(),
    acceptedAt: at(),
    acceptedFor: uuid().references(() => organizations.id),
    withdrawnAt: at(),
    createdAt: now(),
  },
  (t) => [
    unique("shop_invitations_tenant").on(t.shopId, t.id),
    uniqueIndex("shop_invitations_open_once")
      .on(t.shopId, t.email)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    check("shop_invitations_role", sql`${t.role} in ('manager', 'agent', 'finance', 'viewer')`),
    check("shop_invitations_email_folded", sql`${t.email} = lower(trim(${t.email}))`),
    check("shop_invitations_ended_once", sql`${t.acceptedAt} is null or ${t.withdrawnAt} is null`),
  ],
);

/** The right to act in a shop: what Shopify gave us. Tokens are sealed; the shop and the column are part of the seal. */
export const installations = pgTable("installations", {
  shopId: shopId()
    .primaryKey()
    .references(() => shops.id, { onDelete: "cascade" }),
  accessToken: bytes().notNull(),
  refreshToken: bytes(),
  expiresAt: at(),
  refreshExpiresAt: at(),
  /** Whoever renews the token holds this lease: a second renewal at once would leave one of them with a dead token. */
  renewalLeaseUntil: at(),
  /** Shopify takes the refresh token no more: the merchant has to install again. */
  renewalRefusedAt: at(),
  scopes: text().array().notNull(),
  apiVersion: text().notNull(),
  installedAt: now(),
  uninstalledAt: at(),
});

/** A shop's rules. Rows are written once: saving makes a new version, and every quote names the one it was made with. */
export const policyVersions = pgTable(
  "policy_versions",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    policy: jsonb().$type<unknown>().notNull(),
    savedBy: text().notNull(),
    savedAt: now(),
    /** Set when this version was made by undoing: the version whose rules it repeats. */
    restores: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.version] }),
    unique("policy_versions_once").on(t.shopId, t.version),
  ],
);
