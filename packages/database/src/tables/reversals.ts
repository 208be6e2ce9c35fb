import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { currency, id, minor, now, shopId } from "./columns.ts";
import { issuances } from "./issuances.ts";
import { returns } from "./returns.ts";

/**
 * The decision to take credit back: which units of the return it is for, what was wanted for them, and what of that was
 * still there. `wanted` less `taken` is the shortfall: spent, and not to be had. The movement itself is a leg of the
 * same ordinal; a person who calls the leg off leaves the decision on record and takes nothing.
 */
export const reversals = pgTable(
  "reversals",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    issuanceId: uuid().notNull(),
    ordinal: integer().notNull(),
    /** Units per line of the return; none: a double that is taken out of the account again. */
    lines: jsonb().$type<readonly { readonly lineId: string; readonly units: number }[]>().notNull(),
    currency: currency(),
    wantedBaseMinor: minor().notNull(),
    wantedBonusMinor: minor().notNull(),
    takenBaseMinor: minor().notNull(),
    takenBonusMinor: minor().notNull(),
    shortfallMinor: minor().notNull(),
    /** Unspent, spent and expired per leg, as Shopify said when it was decided. */
    seen: jsonb().$type<unknown>().notNull(),
    reason: text().notNull(),
    actor: jsonb().$type<unknown>().notNull(),
    createdAt: now(),
  },
  (t) => [
    unique("reversals_tenant").on(t.shopId, t.id),
    unique("reversals_once").on(t.shopId, t.issuanceId, t.ordinal),
    index("reversals_by_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.issuanceId],
      foreignColumns: [issuances.shopId, issuances.id],
      name: "reversals_issuance",
    }),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "reversals_return",
    }),
    check(
      "reversals_sums",
      sql`${t.takenBaseMinor} >= 0 and ${t.takenBonusMinor} >= 0
        and ${t.takenBaseMinor} <= ${t.wantedBaseMinor} and ${t.takenBonusMinor} <= ${t.wantedBonusMinor}
        and ${t.takenBaseMinor} + ${t.takenBonusMinor} > 0
        and ${t.wantedBaseMinor} + ${t.wantedBonusMinor} = ${t.takenBaseMinor} + ${t.takenBonusMinor} + ${t.shortfallMinor}`,
    ),
  ],
);
