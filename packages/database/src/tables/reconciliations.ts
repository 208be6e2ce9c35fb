import { sql } from "drizzle-orm";
import {
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
import { at, currency, id, minor, now, shopId } from "./columns.ts";
import { issuanceLegs } from "./issuances.ts";
import { creditLanes } from "./lanes.ts";
import { shops } from "./shops.ts";

/** One comparison of a shop's whole ledger with Shopify: asked for by a person, or the night's. `cursor` is how far it is. */
export const reconciliationRuns = pgTable(
  "reconciliation_runs",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    /** The shop's night it belongs to, "2026-11-28"; null when a person asked for it. */
    night: text(),
    actor: jsonb().$type<unknown>().notNull(),
    state: text({ enum: ["running", "done", "failed"] })
      .notNull()
      .default("running"),
    accounts: integer().notNull(),
    done: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    found: integer().notNull().default(0),
    cursor: uuid(),
    reason: text(),
    startedAt: now(),
    finishedAt: at(),
  },
  (t) => [
    unique("reconciliation_runs_tenant").on(t.shopId, t.id),
    unique("reconciliation_runs_night").on(t.shopId, t.night),
    uniqueIndex("reconciliation_runs_one").on(t.shopId).where(sql`state = 'running'`),
    index("reconciliation_runs_newest").on(t.shopId, t.id),
  ],
);

/**
 * Something Shopify shows that our ledger did not know, or the other way round; found once (`key`), never changed,
 * resolved once by somebody with a reason. What needs nobody (spent, expired …) is resolved by being posted.
 */
export const differences = pgTable(
  "differences",
  {
    id: id(),
    shopId: shopId(),
    key: text().notNull(),
    kind: text({
      enum: [
        "opening",
        "spent",
        "spent_returned",
        "expired",
        "by_others",
        "missing",
        "double",
        "called_off",
        "amount_differs",
        "unexplained",
      ],
    }).notNull(),
    laneId: uuid(),
    customerGid: text(),
    currency: currency(),
    /** What our ledger says, and what Shopify says. */
    oursMinor: minor().notNull(),
    theirsMinor: minor().notNull(),
    remoteGid: text(),
    legId: uuid(),
    returnId: uuid(),
    orderGid: text(),
    note: text(),
    happenedAt: at().notNull(),
    foundAt: now(),
    action: text({
      enum: [
        "posted",
        "staff",
        "other_app",
        "refund",
        "incentive",
        "corrected",
        "take_back",
        "taken_back",
        "gone",
      ],
    }),
    resolvedBy: jsonb().$type<unknown>(),
    reason: text(),
    resolvedAt: at(),
  },
  (t) => [
    unique("differences_tenant").on(t.shopId, t.id),
    unique("differences_once").on(t.shopId, t.key),
    index("differences_list").on(t.shopId, t.id),
    index("differences_open").on(t.shopId, t.id).where(sql`resolved_at is null`),
    index("differences_by_lane").on(t.shopId, t.laneId),
    foreignKey({
      columns: [t.shopId, t.laneId],
      foreignColumns: [creditLanes.shopId, creditLanes.id],
      name: "differences_lane",
    }),
    foreignKey({
      columns: [t.shopId, t.legId],
      foreignColumns: [issuanceLegs.shopId, issuanceLegs.id],
      name: "differences_leg",
    }),
  ],
);

/** Something a machine noticed that must never be so. It stands on Home until it is over. */
export const alerts = pgTable(
  "alerts",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    key: text().notNull(),
    says: text().notNull(),
    detail: jsonb().$type<unknown>().notNull(),
    raisedAt: now(),
    overAt: at(),
  },
  (t) => [uniqueIndex("alerts_open").on(t.shopId, t.key).where(sql`over_at is null`)],
);
