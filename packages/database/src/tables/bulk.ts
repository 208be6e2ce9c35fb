import { sql } from "drizzle-orm";
import {
  check,
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
import { users } from "./people.ts";
import { quotes, returns } from "./returns.ts";
import { shops } from "./shops.ts";

/**
 * The same act asked for many returns at once, by one member. Life: running ⇄ paused → done; cancelled from either.
 * What is done about each return is done by the ordinary verb, as that member: the batch only remembers which are left.
 * `doneAt` is set when nothing is left to do, and taken back when failed ones are tried again.
 */
export const bulkBatches = pgTable(
  "bulk_batches",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    act: text({ enum: ["approve", "decline", "issue", "approve_and_issue"] }).notNull(),
    /** Read by every customer of a batch that declines. */
    reason: text(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    actor: jsonb().$type<unknown>().notNull(),
    state: text({ enum: ["running", "paused", "cancelled"] })
      .notNull()
      .default("running"),
    createdAt: now(),
    doneAt: at(),
  },
  (t) => [
    unique("bulk_batches_tenant").on(t.shopId, t.id),
    index("bulk_batches_open").on(t.shopId).where(sql`${t.doneAt} is null and ${t.state} = 'running'`),
    check("bulk_batches_reason", sql`${t.act} <> 'decline' or ${t.reason} is not null`),
  ],
);

/**
 * One return of a batch. waiting → working → done | failed; failed → waiting when tried again; waiting → cancelled with
 * the batch. Whoever works on it holds it until `claimedUntil`; after that it is anybody's again, and doing it twice
 * does nothing, because the verbs answer the same. `refusal` is what the verb said, for the words of the page.
 */
export const bulkItems = pgTable(
  "bulk_items",
  {
    shopId: shopId(),
    batchId: uuid().notNull(),
    returnId: uuid().notNull(),
    number: integer().notNull(),
    /** The quote whose amount was seen when it was chosen: no other promise is approved or paid. */
    seenQuoteId: uuid().notNull(),
    state: text({ enum: ["waiting", "working", "done", "failed", "cancelled"] })
      .notNull()
      .default("waiting"),
    refusal: jsonb().$type<Record<string, unknown>>(),
    tries: integer().notNull().default(0),
    claimedUntil: at(),
    endedAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.shopId, t.batchId, t.returnId] }),
    index("bulk_items_left")
      .on(t.shopId, t.batchId, t.number)
      .where(sql`${t.state} in ('waiting', 'working')`),
    index("bulk_items_by_return").on(t.shopId, t.returnId),
    index("bulk_items_by_seen").on(t.shopId, t.seenQuoteId),
    foreignKey({
      columns: [t.shopId, t.batchId],
      foreignColumns: [bulkBatches.shopId, bulkBatches.id],
      name: "bulk_items_batch",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "bulk_items_return",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.shopId, t.seenQuoteId],
      foreignColumns: [quotes.shopId, quotes.id],
      name: "bulk_items_seen",
    }).onDelete("cascade"),
    check("bulk_items_refused", sql`(${t.state} = 'failed') = (${t.refusal} is not null)`),
  ],
);
