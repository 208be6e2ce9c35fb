import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, bytes, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * What people did in a shop: each entry holds the SHA-256 of the one before it, so that a changed, missing, moved or
 * added entry breaks the chain at its place. The database numbers and chains (trigger `chain`); nobody may change or
 * remove an entry. Never holds a customer's data: subjects are ids.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    seq: bigint({ mode: "number" }).notNull(),
    happenedAt: at().notNull(),
    act: text().notNull(),
    actor: jsonb().$type<Record<string, unknown>>().notNull(),
    ip: text(),
    /** What it was done to: a return's number, a policy's version, a key's id. */
    subject: text(),
    /** SHA-256 of what was there before and after, where there is such a thing. */
    beforeHash: bytes(),
    afterHash: bytes(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.seq] }),
    index("audit_entries_by_act").on(t.shopId, t.act, t.seq.desc()),
  ],
);

/** The newest entry of each shop's chain. Locked by whoever adds one; it says how many there must be. */
export const auditHeads = pgTable("audit_heads", {
  shopId: shopId()
    .primaryKey()
    .references(() => shops.id, { onDelete: "cascade" }),
  seq: bigint({ mode: "number" }).notNull(),
  hash: bytes().notNull(),
});

/**
 * How far a shop's chain was gone through from its beginning, and what was found: `first_bad` is the first entry that is
 * not as it was written. A view goes on from here; every night everything is gone through again, so that what is changed
 * behind the mark is found by the next morning. Nobody who acts in a shop may write it.
 */
export const auditWalks = pgTable("audit_walks", {
  shopId: shopId()
    .primaryKey()
    .references(() => shops.id, { onDelete: "cascade" }),
  walkedTo: bigint({ mode: "number" }).notNull(),
  /** Of the entry it went to. */
  hash: bytes().notNull(),
  firstBad: bigint({ mode: "number" }),
  walkedAt: at().notNull(),
});
