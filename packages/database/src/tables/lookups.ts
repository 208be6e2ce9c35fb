import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { at, bytes, id, now, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * A visitor who says which order is theirs, until they prove it with the code that goes to the order's e-mail. Lives
 * half an hour. `key` (16 random bytes) is in the browser's cookie and nowhere else: a code opens only that browser.
 *
 * Written the same whether there is such an order or not; `order_gid` and `code_hash` are the worker's; one
 * that has an order and no code waits for the order's next letter. Several lookups of one order may share a code: the letters to a mailbox are few, its owner is not shut out.
 */
export const lookups = pgTable(
  "lookups",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    key: text().notNull(),
    /** As typed. */
    orderName: text().notNull(),
    contactKind: text({ enum: ["email", "phone", "postcode"] }).notNull(),
    contact: text().notNull(),
    locale: text().notNull(),
    /** When a code was last asked for, and how often. */
    askedAt: at().notNull(),
    asked: integer().notNull().default(1),
    wrongTries: integer().notNull().default(0),
    /** Of these, the ones spent before a code was last asked for. */
    triesBefore: integer().notNull().default(0),
    orderGid: text(),
    orderNumber: text(),
    codeHash: bytes(),
    codeSentAt: at(),
    provedAt: at(),
    createdAt: now(),
    expiresAt: at().notNull(),
  },
  (t) => [
    unique("lookups_tenant").on(t.shopId, t.id),
    uniqueIndex("lookups_key").on(t.shopId, t.key),
    index("lookups_of_order").on(t.shopId, t.orderGid, t.codeSentAt.desc()),
    index("lookups_expired").on(t.expiresAt),
    check(
      "lookups_code",
      sql`(${t.codeHash} is null) = (${t.codeSentAt} is null) and (${t.codeHash} is null or ${t.orderGid} is not null)`,
    ),
    check("lookups_proved", sql`${t.provedAt} is null or ${t.codeHash} is not null`),
  ],
);
