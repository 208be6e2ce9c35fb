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
import { at, bytes, id, now, shopId } from "./columns.ts";
import { returns } from "./returns.ts";
import { shops } from "./shops.ts";

/**
 * Where a shop wants to be told what happens. The secret that signs is sealed for the shop; while it is being changed
 * the one before signs as well, until `previousUntil`. `disabledAt` stops everything that waits; rows are never
 * removed, so that the log of what was told stays readable.
 */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    url: text().notNull(),
    description: text().notNull().default(""),
    topics: text().array().notNull(),
    secret: bytes().notNull(),
    previousSecret: bytes(),
    previousUntil: at(),
    createdBy: text().notNull(),
    createdAt: now(),
    disabledAt: at(),
    disabledBecause: text({ enum: ["person", "failing", "gone"] }),
    /** Since when nothing got through; null while the last one did. */
    failingSince: at(),
    removedAt: at(),
  },
  (t) => [
    unique("webhook_endpoints_tenant").on(t.shopId, t.id),
    check("webhook_endpoints_topics", sql`cardinality(${t.topics}) > 0`),
    check("webhook_endpoints_disabled", sql`(${t.disabledAt} is null) = (${t.disabledBecause} is null)`),
    check("webhook_endpoints_previous", sql`(${t.previousSecret} is null) = (${t.previousUntil} is null)`),
  ],
);

/** What happened, as it stood when it happened. Written with it, in one transaction; never changed. Names no person. */
export const outgoingEvents = pgTable(
  "outgoing_events",
  {
    id: id(),
    shopId: shopId(),
    topic: text().notNull(),
    returnId: uuid().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    createdAt: now(),
  },
  (t) => [
    unique("outgoing_events_tenant").on(t.shopId, t.id),
    index("outgoing_events_by_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "outgoing_events_return",
    }).onDelete("cascade"),
  ],
);

/**
 * One event owed to one endpoint: waiting → delivered | failed | dropped. `tries` counts since it was written or sent
 * again by a person, `sent` counts all of them; whoever sends holds the row by moving `nextAt` ahead first.
 */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    shopId: shopId(),
    eventId: uuid().notNull(),
    endpointId: uuid().notNull(),
    state: text({ enum: ["waiting", "delivered", "failed", "dropped"] })
      .notNull()
      .default("waiting"),
    tries: integer().notNull().default(0),
    sent: integer().notNull().default(0),
    nextAt: now(),
    lastStatus: integer(),
    createdAt: now(),
  },
  (t) => [
    unique("webhook_deliveries_tenant").on(t.shopId, t.id),
    unique("webhook_deliveries_once").on(t.shopId, t.eventId, t.endpointId),
    index("webhook_deliveries_log").on(t.shopId, t.endpointId, t.id.desc()),
    index("webhook_deliveries_due").on(t.nextAt).where(sql`state = 'waiting'`),
    foreignKey({
      columns: [t.shopId, t.eventId],
      foreignColumns: [outgoingEvents.shopId, outgoingEvents.id],
      name: "webhook_deliveries_event",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.shopId, t.endpointId],
      foreignColumns: [webhookEndpoints.shopId, webhookEndpoints.id],
      name: "webhook_deliveries_endpoint",
    }).onDelete("cascade"),
    check("webhook_deliveries_state", sql`${t.state} in ('waiting', 'delivered', 'failed', 'dropped')`),
  ],
);

/** What was sent when, and what came back: the beginning of it. Written once. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    shopId: shopId(),
    deliveryId: uuid().notNull(),
    n: integer().notNull(),
    at: now(),
    status: integer(),
    milliseconds: integer().notNull(),
    /** Why there is no answer, in one word: "timeout", "refused_address". */
    error: text(),
    answer: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.deliveryId, t.n] }),
    index("webhook_attempts_by_shop").on(t.shopId, t.deliveryId),
    foreignKey({
      columns: [t.shopId, t.deliveryId],
      foreignColumns: [webhookDeliveries.shopId, webhookDeliveries.id],
      name: "webhook_attempts_delivery",
    }).onDelete("cascade"),
  ],
);
