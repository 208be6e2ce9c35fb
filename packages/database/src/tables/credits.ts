import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, currency, id, minor, now, shopId } from "./columns.ts";
import { issuanceLegs, issuances } from "./issuances.ts";
import { creditLanes } from "./lanes.ts";
import { returns } from "./returns.ts";
import { shops } from "./shops.ts";

/**
 * A customer's account as Shopify showed it at `read_at`. `opening_minor` is what it held before the oldest movement
 * we mirror; opening + movements = balance, or `unexplained_minor` says by how much not.
 */
export const creditAccounts = pgTable(
  "credit_accounts",
  {
    shopId: shopId(),
    laneId: uuid().primaryKey(),
    accountGid: text(),
    openingMinor: minor().notNull().default(sql`0`),
    balanceMinor: minor().notNull(),
    unexplainedMinor: minor().notNull().default(sql`0`),
    /** The newest movement, as one text: what tells a changed account from an unchanged one. */
    newest: text(),
    /** False while the whole history was never read to its beginning. */
    complete: boolean().notNull(),
    readAt: now(),
  },
  (t) => [
    unique("credit_accounts_tenant").on(t.shopId, t.laneId),
    foreignKey({
      columns: [t.shopId, t.laneId],
      foreignColumns: [creditLanes.shopId, creditLanes.id],
      name: "credit_accounts_lane",
    }),
  ],
);

/**
 * Which credit paid for which movement: Shopify spends the soonest-expiring first and says what is left of each.
 * Positive takes from the credit, negative gives back. Computed from the movements and written anew when one is added.
 */
export const creditUses = pgTable(
  "credit_uses",
  {
    shopId: shopId(),
    laneId: uuid().notNull(),
    creditGid: text().notNull(),
    movementGid: text().notNull(),
    /** The leg that gave the credit; null when others gave it. */
    legId: uuid(),
    kind: text({ enum: ["spent", "taken_back", "expired"] }).notNull(),
    amountMinor: minor().notNull(),
    happenedAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.laneId, t.movementGid, t.creditGid] }),
    index("credit_uses_by_leg").on(t.shopId, t.legId),
    foreignKey({
      columns: [t.shopId, t.laneId],
      foreignColumns: [creditLanes.shopId, creditLanes.id],
      name: "credit_uses_lane",
    }),
    foreignKey({
      columns: [t.shopId, t.legId],
      foreignColumns: [issuanceLegs.shopId, issuanceLegs.id],
      name: "credit_uses_leg",
    }),
  ],
);

/**
 * One credit given to a customer: what was confirmed, what became of it, what is left. A row for lists and sums,
 * written by the transition that causes it and always recomputed as a whole from legs and uses (`followCredit`), so
 * that it cannot drift. base + bonus = spent + expired + taken back + left.
 */
export const credits = pgTable(
  "credits",
  {
    id: uuid().notNull().default(sql`uuidv7()`),
    shopId: shopId(),
    issuanceId: uuid().notNull(),
    returnId: uuid().notNull(),
    customerGid: text(),
    currency: currency(),
    state: text({
      enum: ["issuing", "review", "failed", "unspent", "partly_used", "spent", "expired", "taken_back"],
    }).notNull(),
    baseMinor: minor().notNull(),
    bonusMinor: minor().notNull(),
    spentMinor: minor().notNull(),
    expiredMinor: minor().notNull(),
    takenBackMinor: minor().notNull(),
    leftMinor: minor()
      .notNull()
      .generatedAlwaysAs(sql`base_minor + bonus_minor - spent_minor - expired_minor - taken_back_minor`),
    /** When the next part of what is left runs out; null when nothing does. */
    expiresAt: at(),
    /** When its first money arrived; until then, when issuing it began. */
    issuedAt: at().notNull(),
    firstSpentAt: at(),
    /** When Kept learned of its first use; set once. */
    firstSpentSeenAt: at(),
    changedAt: now(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.issuanceId] }),
    index("credits_list").on(t.shopId, t.issuedAt, t.id),
    index("credits_by_currency").on(t.shopId, t.currency, t.issuedAt, t.id),
    index("credits_by_state").on(t.shopId, t.state, t.issuedAt, t.id),
    index("credits_by_return").on(t.shopId, t.returnId),
    uniqueIndex("credits_by_id").on(t.shopId, t.id),
    index("credits_newly_used").on(t.shopId, t.firstSpentSeenAt),
    index("credits_by_customer").on(t.shopId, t.customerGid, t.issuedAt),
    foreignKey({
      columns: [t.shopId, t.issuanceId],
      foreignColumns: [issuances.shopId, issuances.id],
      name: "credits_issuance",
    }),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "credits_return",
    }),
  ],
);

/**
 * What the credits given on a day come to, by currency and state: the sum of all rows of a key. Each change of a credit
 * adds rows that take away what it was and add what it is (a trigger does, in the same transaction), so that the sums
 * are at every moment exactly what the credits say, and nobody waits for anybody. Folding makes one row of many.
 */
export const creditSums = pgTable(
  "credit_sums",
  {
    id: id(),
    shopId: shopId(),
    /** The shop's day on which it was given. */
    day: date().notNull(),
    currency: currency(),
    state: text().notNull(),
    count: bigint({ mode: "bigint" }).notNull(),
    baseMinor: minor().notNull(),
    bonusMinor: minor().notNull(),
    spentMinor: minor().notNull(),
    expiredMinor: minor().notNull(),
    takenBackMinor: minor().notNull(),
  },
  (t) => [index("credit_sums_by_day").on(t.shopId, t.day)],
);

/**
 * What moved on the credits of a month, by the day it moved: what was owed at the end of a day is the sum until then.
 * Rows are added by triggers on confirmed legs and on uses, as with `credit_sums`, and folded with them.
 */
export const owedSums = pgTable(
  "owed_sums",
  {
    id: id(),
    shopId: shopId(),
    /** The first day of the shop's month in which the credit was given. */
    month: date().notNull(),
    day: date().notNull(),
    currency: currency(),
    givenMinor: minor().notNull(),
    spentMinor: minor().notNull(),
    expiredMinor: minor().notNull(),
    takenBackMinor: minor().notNull(),
  },
  (t) => [index("owed_sums_by_day").on(t.shopId, t.day)],
);

/** An order that was paid with store credit, as Shopify had it when the payment was mirrored: what the customer spent above it. */
export const redeemingOrders = pgTable(
  "redeeming_orders",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    orderGid: text().notNull(),
    name: text().notNull(),
    currency: currency(),
    totalMinor: minor().notNull(),
    creditMinor: minor().notNull(),
    placedAt: at().notNull(),
    seenAt: now(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.orderGid] }),
    index("redeeming_orders_newly_seen").on(t.shopId, t.seenAt),
  ],
);

/**
 * Sums of a day, so that figures over millions of rows are read in milliseconds. A day is the shop's. What was posted
 * before the shop's `folded_to` is in here; the rest is added from the rows themselves. Figures are named
 * account/cause for the ledger, `orders/above` and `first_use/hours`.
 */
export const figureDays = pgTable(
  "figure_days",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    day: date().notNull(),
    currency: currency(),
    figure: text().notNull(),
    sum: bigint({ mode: "bigint" }).notNull(),
    count: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.day, t.currency, t.figure] })],
);

/** The sums of all days of a figure, folded with them: what accounts hold now costs the same after ten years. */
export const figureTotals = pgTable(
  "figure_totals",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    currency: currency(),
    figure: text().notNull(),
    sum: bigint({ mode: "bigint" }).notNull(),
    count: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.currency, t.figure] })],
);

export const figureMarks = pgTable("figure_marks", {
  shopId: shopId()
    .primaryKey()
    .references(() => shops.id, { onDelete: "cascade" }),
  foldedTo: at().notNull(),
});
