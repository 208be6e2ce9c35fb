import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, now, shopId } from "./columns.ts";
import { returns } from "./returns.ts";

/**
 * A letter that is owed: written in the transaction of the fact it tells, posted by the worker with `dedupeKey` as
 * idempotency key. The unique key makes a second letter for one event impossible, not unlikely.
 */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    template: text({
      enum: ["store_credit_issued", "return_received", "return_approved", "return_declined"],
    }).notNull(),
    dedupeKey: text().notNull(),
    recipient: text().notNull(),
    locale: text().notNull(),
    state: text({ enum: ["queued", "sent", "failed", "switched_off"] })
      .notNull()
      .default("queued"),
    tries: integer().notNull().default(0),
    subject: text(),
    remoteId: text(),
    reason: text(),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    queuedAt: now(),
    sentAt: at(),
  },
  (t) => [
    unique("notifications_once").on(t.shopId, t.dedupeKey),
    index("notifications_by_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "notifications_return",
    }),
  ],
);
