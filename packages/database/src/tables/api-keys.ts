import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, bytes, id, now, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * A shop's own programs, asking over HTTP. The secret is shown once and never kept: only its SHA-256 is, which is
 * enough for 32 random bytes. `prefix` is the secret's beginning, so that people can tell their keys apart.
 * A key works until `revokedAt` is set; rows are never removed, so that the list says who ever had a way in.
 */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    name: text().notNull(),
    prefix: text().notNull(),
    secretHash: bytes().notNull().unique("api_keys_secret"),
    scopes: text().array().notNull(),
    createdBy: text().notNull(),
    createdAt: now(),
    /** To the minute: a busy key does not write its row with every request. */
    lastUsedAt: at(),
    revokedAt: at(),
    revokedBy: text(),
  },
  (t) => [
    index("api_keys_newest").on(t.shopId, t.createdAt.desc()),
    check("api_keys_hashed", sql`octet_length(${t.secretHash}) = 32`),
    check(
      "api_keys_scopes",
      sql`${t.scopes} <@ array['quotes', 'returns:read', 'returns:write', 'returns:decide', 'messages:read', 'messages:write', 'credits:read', 'credits:issue', 'reconciliation:read', 'webhooks']`,
    ),
    unique("api_keys_tenant").on(t.shopId, t.id),
    check("api_keys_revoked", sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
);
