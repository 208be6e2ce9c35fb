import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, now, shopId } from "./columns.ts";
import { returnDrafts, returns } from "./returns.ts";
import { shops } from "./shops.ts";

/**
 * A picture a customer gave of an item: decoded and written anew, without what the camera added. First of a draft;
 * when that is sent, of its return as well. The picture itself is in the photo store under `store_key`.
 */
export const returnPhotos = pgTable(
  "return_photos",
  {
    id: id(),
    shopId: shopId(),
    draftId: uuid(),
    returnId: uuid(),
    fulfillmentLineItemGid: text().notNull(),
    storeKey: text().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: now(),
  },
  (t) => [
    unique("return_photos_tenant").on(t.shopId, t.id),
    uniqueIndex("return_photos_store_key").on(t.storeKey),
    index("return_photos_of_draft").on(t.shopId, t.draftId),
    index("return_photos_of_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.draftId],
      foreignColumns: [returnDrafts.shopId, returnDrafts.id],
      name: "return_photos_draft",
    }),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "return_photos_return",
    }),
    check("return_photos_owner", sql`${t.draftId} is not null or ${t.returnId} is not null`),
  ],
);

/** What customer and shop write to each other about a return. Added, never changed. */
export const returnMessages = pgTable(
  "return_messages",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    author: text({ enum: ["customer", "shop"] }).notNull(),
    actor: jsonb().$type<unknown>().notNull(),
    text: text().notNull(),
    writtenAt: now(),
  },
  (t) => [
    index("return_messages_of_return").on(t.shopId, t.returnId, t.id),
    // For those that nobody answered.
    index("return_messages_of_customers").on(t.shopId, t.writtenAt).where(sql`${t.author} = 'customer'`),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "return_messages_return",
    }),
  ],
);

/**
 * A domain of the shop's own that leads to its portal. Claimed by one shop; it opens once the shop's DNS says so
 * (`verified_at`), and closes when it no longer does.
 */
export const portalDomains = pgTable(
  "portal_domains",
  {
    domain: text().primaryKey(),
    shopId: shopId()
      .references(() => shops.id, { onDelete: "cascade" })
      .unique(),
    /** What the TXT record must say. */
    token: text().notNull(),
    claimedAt: now(),
    checkedAt: at(),
    verifiedAt: at(),
  },
  (t) => [check("portal_domains_host", sql`${t.domain} ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$'`)],
);
