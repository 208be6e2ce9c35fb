import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { at, bytes, id, now, shopId } from "./columns.ts";
import { shops } from "./shops.ts";

/**
 * A person's wish that Shopify passed on. `person` says who it is about and is emptied when the wish is done;
 * `document` is what a shop hands over for a data request, and is emptied once the person is to be forgotten or after
 * thirty days. Done: `done_at` is set, and a proof exists.
 */
export const privacyRequests = pgTable(
  "privacy_requests",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    kind: text({ enum: ["data_request", "redact_customer"] }).notNull(),
    customerGid: text().notNull(),
    person: jsonb().$type<unknown>(),
    document: jsonb().$type<unknown>(),
    handedOverAt: at(),
    handedOverBy: text(),
    requestedAt: now(),
    doneAt: at(),
  },
  (t) => [
    unique("privacy_requests_tenant").on(t.shopId, t.id),
    index("privacy_requests_newest").on(t.shopId, t.requestedAt.desc()),
    check("privacy_requests_kind", sql`${t.kind} in ('data_request', 'redact_customer')`),
    check(
      "privacy_requests_done",
      sql`${t.kind} <> 'redact_customer' or ${t.doneAt} is null or ${t.person} is null`,
    ),
  ],
);

/**
 * That a wish was carried out: which kind, when, how much it touched. It names nobody: shop and person are hashes, so
 * that the proof may outlive both.
 */
export const privacyProofs = pgTable(
  "privacy_proofs",
  {
    id: id(),
    kind: text({ enum: ["data_request", "redact_customer", "redact_shop"] }).notNull(),
    shopHash: bytes().notNull(),
    personHash: bytes(),
    /** SHA-256 of the document that was made, for a data request. */
    documentHash: bytes(),
    touched: integer().notNull(),
    provedAt: now(),
  },
  (t) => [index("privacy_proofs_shop").on(t.shopHash)],
);
