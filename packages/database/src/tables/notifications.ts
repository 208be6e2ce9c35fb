import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, id, now, shopId } from "./columns.ts";
import { returns } from "./returns.ts";
import { shops } from "./shops.ts";

const template = () =>
  text({
    enum: [
      "store_credit_issued",
      "return_received",
      "return_approved",
      "return_declined",
      "credit_reversed",
      "bonus_expires_soon",
      "message_written",
    ],
  }).notNull();

/**
 * A letter that is owed: written in the transaction of the fact it tells, posted by the worker with `dedupeKey` as
 * idempotency key. The unique key makes a second letter for one event impossible, not unlikely.
 *
 *   queued → sent | failed | switched_off (the shop does not want this letter, or the next one said more already)
 *
 * `delivery` is what the post said of a sent letter last; `letter_deliveries` has everything it said.
 */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    template: template(),
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
    delivery: text({ enum: ["delivered", "delayed", "bounced", "complained", "failed"] }),
    queuedAt: now(),
    sentAt: at(),
  },
  (t) => [
    unique("notifications_tenant").on(t.shopId, t.id),
    unique("notifications_once").on(t.shopId, t.dedupeKey),
    index("notifications_by_return").on(t.shopId, t.returnId),
    index("notifications_remote").on(t.remoteId).where(sql`remote_id is not null`),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "notifications_return",
    }),
  ],
);

/** What the post says of a letter: each event once, in any order. Append only. */
export const letterDeliveries = pgTable(
  "letter_deliveries",
  {
    id: id(),
    shopId: shopId(),
    notificationId: uuid().notNull(),
    /** The post's own name of this event; the same event again is not a second one. */
    remoteEventId: text().notNull(),
    kind: text({ enum: ["delivered", "delayed", "bounced", "complained", "failed", "opened"] }).notNull(),
    reason: text(),
    happenedAt: at().notNull(),
    seenAt: now(),
  },
  (t) => [
    unique("letter_deliveries_once").on(t.shopId, t.remoteEventId),
    index("letter_deliveries_by_letter").on(t.shopId, t.notificationId, t.happenedAt),
    foreignKey({
      columns: [t.shopId, t.notificationId],
      foreignColumns: [notifications.shopId, notifications.id],
      name: "letter_deliveries_letter",
    }),
  ],
);

/**
 * How a shop wants one letter: whether it goes out, and its own words per language. Written once: saving makes a new
 * version, undoing repeats an earlier one. No row: switched on, in Kept's words.
 */
export const letterVersions = pgTable(
  "letter_versions",
  {
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    template: template(),
    version: integer().notNull(),
    enabled: boolean().notNull(),
    wordings: jsonb().$type<unknown>().notNull(),
    savedBy: text().notNull(),
    savedAt: now(),
  },
  (t) => [primaryKey({ columns: [t.shopId, t.template, t.version] })],
);
