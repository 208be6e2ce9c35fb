import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, now, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * What Shopify told us and we have to look at. A row is a hint, kept without its body: `topic` and `subject` (an id)
 * say where to look, Shopify's API says what is so. `webhook_id` is the same for every repetition of one telling, so
 * a repetition finds the row that is there. `processed_at` and `outcome` are set together, once.
 */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    webhookId: text().notNull(),
    topic: text().notNull(),
    /** Shopify's id of what it is about; null where it is the shop itself. */
    subject: text(),
    receivedAt: now(),
    processedAt: at(),
    /** What came of it, in the words of shop/webhook/outcomes. */
    outcome: text(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.webhookId] }),
    index("webhook_events_open").on(t.receivedAt).where(sql`processed_at is null`),
    index("webhook_events_by_age").on(t.shopId, t.receivedAt),
  ],
);
