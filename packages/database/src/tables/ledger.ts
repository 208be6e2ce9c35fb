import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { currency, id, minor, now, shopId } from "./columns.ts";
import { issuanceLegs } from "./issuances.ts";
import { shops } from "./shops.ts";

/**
 * The ledger: append-only double entries. Every posting is two rows or more with one `posting_id` that sum to zero
 * (checked at commit). Signs: a credit to an account is positive. A balance is the sum of an account's entries.
 *
 * Accounts: `customer_credit` (what customers can still spend: the liability), `refunds` (base given for goods),
 * `bonus_cost` (incentives given), `redemptions` (spent at checkout), `breakage` (expired), `foreign` (moved by others),
 * `original_payment` (money sent back the way it came), `opening` (what an account held before Kept first saw it).
 *
 * `happened_at` is Shopify's time and decides the day and the period; `posted_at` is when Kept learned of it.
 */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    id: id(),
    shopId: shopId().references(() => shops.id),
    postingId: uuid().notNull(),
    account: text({
      enum: [
        "customer_credit",
        "refunds",
        "bonus_cost",
        "redemptions",
        "breakage",
        "foreign",
        "original_payment",
        "opening",
      ],
    }).notNull(),
    amountMinor: minor().notNull(),
    currency: currency(),
    customerGid: text(),
    returnId: uuid(),
    legId: uuid(),
    /** The Shopify record this entry answers to. One record is posted once per account. */
    remoteGid: text().notNull(),
    cause: text().notNull(),
    actor: text().notNull(),
    /** Why a person booked it, where a person did. */
    reason: text(),
    happenedAt: now(),
    postedAt: now(),
  },
  (t) => [
    unique("ledger_entries_once").on(t.shopId, t.remoteGid, t.account, t.cause),
    index("ledger_entries_by_return").on(t.shopId, t.returnId),
    index("ledger_entries_by_account").on(t.shopId, t.account, t.currency, t.postedAt),
    index("ledger_entries_by_customer").on(t.shopId, t.customerGid, t.currency),
    index("ledger_entries_by_time").on(t.shopId, t.happenedAt, t.id),
    index("ledger_entries_newly_posted").on(t.shopId, t.postedAt),
    foreignKey({
      columns: [t.shopId, t.legId],
      foreignColumns: [issuanceLegs.shopId, issuanceLegs.id],
      name: "ledger_entries_leg",
    }),
    check("ledger_entries_amount", sql`${t.amountMinor} <> 0`),
  ],
);
