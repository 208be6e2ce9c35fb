import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, now, shopId } from "./columns.ts";
import { users } from "./people.ts";
import { shops } from "./shops.ts";

/** A list of returns somebody named: its filters and its order. Without `userId` everybody in the shop sees it. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    filters: jsonb().$type<Record<string, string>>().notNull(),
    savedBy: text().notNull(),
    savedAt: now(),
  },
  (t) => [
    index("saved_views_by_shop").on(t.shopId, t.savedAt),
    check("saved_views_name", sql`length(${t.name}) between 1 and 60`),
  ],
);
