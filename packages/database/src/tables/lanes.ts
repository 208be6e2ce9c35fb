import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, currency, id, minor, now, shopId } from "./columns.ts";

/**
 * One lane per remote account: everything that can move money on it goes one at a time. `owner_gid` is the customer
 * whose credit account it is, or the order when money goes back the way it came.
 * `(epoch, fence)` only ever grows; holding the newest pair, with the lease in the future, is the right to decide to send.
 */
export const creditLanes = pgTable(
  "credit_lanes",
  {
    id: id(),
    shopId: shopId(),
    ownerGid: text().notNull(),
    currency: currency(),
    epoch: integer().notNull().default(1),
    fence: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    leaseUntil: at(),
    holder: text(),
    frozenReason: text(),
  },
  (t) => [
    unique("credit_lanes_tenant").on(t.shopId, t.id),
    unique("credit_lanes_account").on(t.shopId, t.ownerGid, t.currency),
  ],
);

/** Every movement ever seen on a lane's account, ours or foreign. Shopify's record, mirrored; append only but for `remaining`. */
export const laneObservations = pgTable(
  "lane_observations",
  {
    id: id(),
    shopId: shopId(),
    laneId: uuid().notNull(),
    /** Shopify's id; expirations have none and are named by the credit they expire. */
    remoteGid: text().notNull(),
    kind: text({ enum: ["credit", "debit", "debit_revert", "expiration"] }).notNull(),
    event: text().notNull(),
    amountMinor: minor().notNull(),
    balanceAfterMinor: minor().notNull(),
    remainingMinor: minor(),
    currency: currency(),
    originOrderGid: text(),
    /** The order transaction behind it: what a refund's own record names too. */
    originTransactionGid: text(),
    /** The debit a revert undoes, the credit an expiration ends. */
    relatedGid: text(),
    /** What its giver wrote; from 2027-01 on. */
    note: text(),
    /** The leg it answers to: ours. */
    legId: uuid(),
    /** As what it stands in the ledger: the posting's cause, or the leg's kind. Null until it was posted. */
    postedAs: text(),
    expiresAt: at(),
    happenedAt: at().notNull(),
    seenAt: now(),
  },
  (t) => [
    unique("lane_observations_once").on(t.shopId, t.laneId, t.remoteGid),
    index("lane_observations_by_leg").on(t.shopId, t.legId),
    foreignKey({
      columns: [t.shopId, t.laneId],
      foreignColumns: [creditLanes.shopId, creditLanes.id],
      name: "lane_observations_lane",
    }),
  ],
);
