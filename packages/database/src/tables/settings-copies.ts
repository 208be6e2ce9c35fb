import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id, now, shopId } from "./columns.ts";
import { users } from "./people.ts";
import { shops } from "./shops.ts";

/** One act of copying settings from a shop to others: by whom, which parts. About many shops, so it belongs to the person. */
export const settingsCopies = pgTable(
  "settings_copies",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The shop it was copied from, as its address says it. */
    source: text().notNull(),
    sourceVersion: integer().notNull(),
    sections: text().array().notNull(),
    copiedAt: now(),
    undoneAt: at(),
  },
  (t) => [index("settings_copies_newest").on(t.userId, t.copiedAt.desc())],
);

/**
 * What came of a copy in one shop. `copied`: its rules went from `versionBefore` to `versionAfter`, its brand from
 * `brandBefore` to `brandAfter`, and so each letter, by its version; null is what the copy left alone. Undoing saves
 * what was before once more (`undone`, the rules as `versionUndone`). `refused` and `not_undone` say why in `reason`.
 */
export const settingsCopyResults = pgTable(
  "settings_copy_results",
  {
    copyId: uuid()
      .notNull()
      .references(() => settingsCopies.id, { onDelete: "cascade" }),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    state: text({ enum: ["copied", "same", "refused", "undone", "not_undone"] }).notNull(),
    reason: text(),
    versionBefore: integer(),
    versionAfter: integer(),
    versionUndone: integer(),
    brandBefore: jsonb().$type<Record<string, unknown>>(),
    brandAfter: jsonb().$type<Record<string, unknown>>(),
    lettersBefore: jsonb().$type<Record<string, number>>(),
    lettersAfter: jsonb().$type<Record<string, number>>(),
  },
  (t) => [
    primaryKey({ columns: [t.copyId, t.shopId] }),
    index("settings_copy_results_shop").on(t.shopId),
    check(
      "settings_copy_results_state",
      sql`${t.state} in ('copied', 'same', 'refused', 'undone', 'not_undone')`,
    ),
  ],
);
