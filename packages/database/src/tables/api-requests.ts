import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { apiKeys } from "./api-keys.ts";
import { at, bytes, now, shopId } from "./columns.ts";

/**
 * A write that a program named itself (`Idempotency-Key`), and what it was answered: asked again, the same answer.
 * While `status` is null it is being done, by whoever holds `until`. Kept for a day.
 */
export const apiRequests = pgTable(
  "api_requests",
  {
    shopId: shopId(),
    keyId: uuid().notNull(),
    idempotencyKey: text().notNull(),
    /** Of method, path and body: the same name for something else is a mistake. */
    requestHash: bytes().notNull(),
    status: integer(),
    answer: jsonb().$type<unknown>(),
    until: at().notNull(),
    createdAt: now(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.idempotencyKey] }),
    foreignKey({
      columns: [t.shopId, t.keyId],
      foreignColumns: [apiKeys.shopId, apiKeys.id],
      name: "api_requests_key",
    }).onDelete("cascade"),
    check("api_requests_key_length", sql`length(${t.idempotencyKey}) between 1 and 255`),
  ],
);
