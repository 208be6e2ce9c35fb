import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, currency, id, minor, now, shopId } from "./columns.ts";
import { policyVersions, shops } from "./shops.ts";

/**
 * A customer on the way to a return: which order was found, what was chosen so far. Lives a day.
 * `key` (16 random bytes) is in the address and in the browser's signed cookie; both must agree.
 * Sending it makes one return and only one: `returns.draft_id` is unique.
 */
export const returnDrafts = pgTable(
  "return_drafts",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    key: text().notNull(),
    orderGid: text().notNull(),
    orderName: text().notNull(),
    locale: text().notNull(),
    selection: jsonb().$type<unknown>(),
    resolution: text({ enum: ["store_credit", "original_payment"] }),
    /** When the customer first chose their money back. Kept when they change their mind: some bonus rewards that. */
    askedForMoneyAt: at(),
    /** The instant the shown quotes were made for: quoting again for it gives the same bytes unless a fact changed. */
    quotedAt: at(),
    /** The order as Shopify last told it, and when: what is shown while Shopify does not answer. Gone once it is sent. */
    orderSeen: jsonb().$type<unknown>(),
    orderSeenAt: at(),
    createdAt: now(),
    expiresAt: at().notNull(),
  },
  (t) => [
    unique("return_drafts_tenant").on(t.shopId, t.id),
    uniqueIndex("return_drafts_key").on(t.shopId, t.key),
  ],
);

/**
 * One request by one customer about one order.
 *
 * Life: requested → approved → (in_transit → received → inspected) → resolved; ends: declined, cancelled.
 * `status` is written by the transition that causes it, in the same transaction as its event.
 * `credit_state` follows the legs of its issuance: none → issuing → (base_issued) → issued; review when a person
 * must decide, failed when it was proved that nothing moved and nothing will. A test recomputes it from the legs.
 */
export const returns = pgTable(
  "returns",
  {
    id: id(),
    shopId: shopId().references(() => shops.id, { onDelete: "cascade" }),
    /** What people call it: R-1001, counted per shop. */
    number: integer().notNull(),
    /** The private link's key: 16 random bytes, base64url. Never a number that can be guessed. */
    key: text().notNull(),
    draftId: uuid(),
    orderGid: text().notNull(),
    orderName: text().notNull(),
    customerGid: text(),
    customerName: text().notNull(),
    customerEmail: text().notNull(),
    locale: text().notNull(),
    currency: currency(),
    status: text({
      enum: [
        "requested",
        "approved",
        "in_transit",
        "received",
        "inspected",
        "resolved",
        "declined",
        "cancelled",
      ],
    }).notNull(),
    creditState: text({ enum: ["none", "issuing", "base_issued", "issued", "review", "failed"] })
      .notNull()
      .default("none"),
    resolution: text({ enum: ["store_credit", "original_payment"] }).notNull(),
    /** The quote in force: what was promised, or what it became when lines were declined. */
    quoteId: uuid().notNull(),
    baseMinor: minor().notNull(),
    bonusMinor: minor().notNull(),
    policyVersion: integer().notNull(),
    /** Order and customer facts the quote was made from (less what names the person): a re-quote starts from the same. */
    quoteFacts: jsonb().$type<unknown>().notNull(),
    /** The mirror in Shopify. Null until it was created there; a return can wait for that. */
    shopifyReturnGid: text(),
    /** Why Shopify keeps no return for it: then its money goes out as a refund of the order. Null while it does, or may. */
    withoutMirror: text(),
    /** Whoever mirrors holds this lease: Shopify makes a second return for a second request. */
    mirrorLeaseUntil: at(),
    /** Set when Shopify's own figure differs from the quote's base: a person decides. */
    differsMinor: minor(),
    /** Set when somebody acted outside Kept in a way only a person can make sense of; see return/attention. */
    attention: text({
      enum: [
        "refunded_in_shopify",
        "declined_in_shopify",
        "cancelled_in_shopify",
        "closed_in_shopify",
        "order_cancelled",
        "customer_gone",
      ],
    }),
    customerNote: text(),
    /** Set when somebody issued while a permission was missing: it is issued by itself once granted, as theirs. */
    issueWantedAt: at(),
    issueWantedBy: jsonb().$type<unknown>(),
    requestedAt: now(),
    updatedAt: now(),
    /**
     * Which of the list's tabs it is under: follows from the two states, so that every list is one index. What a person
     * called off (failed) asks nobody any more.
     */
    stage: text({ enum: ["requested", "to_issue", "in_review", "done"] })
      .notNull()
      .generatedAlwaysAs(
        sql`case when credit_state = 'review' or attention is not null then 'in_review' when credit_state = 'failed' then 'done' when status = 'requested' then 'requested' when status in ('approved','in_transit','received','inspected') then 'to_issue' else 'done' end`,
      ),
    totalMinor: minor().notNull().generatedAlwaysAs(sql`base_minor + bonus_minor`),
  },
  (t) => [
    unique("returns_tenant").on(t.shopId, t.id),
    unique("returns_number").on(t.shopId, t.number),
    uniqueIndex("returns_key").on(t.key),
    unique("returns_draft").on(t.shopId, t.draftId),
    index("returns_by_stage").on(t.shopId, t.stage, t.id),
    index("returns_by_status").on(t.shopId, t.status, t.id),
    index("returns_by_resolution").on(t.shopId, t.resolution, t.id),
    index("returns_by_stage_and_resolution").on(t.shopId, t.stage, t.resolution, t.id),
    index("returns_by_amount").on(t.shopId, t.currency, t.totalMinor, t.id),
    index("returns_by_stage_and_amount").on(t.shopId, t.stage, t.currency, t.totalMinor, t.id),
    index("returns_issue_wanted").on(t.shopId, t.id).where(sql`${t.issueWantedAt} is not null`),
    index("returns_by_order").on(t.shopId, t.orderGid),
    index("returns_by_mirror").on(t.shopId, t.shopifyReturnGid).where(sql`${t.shopifyReturnGid} is not null`),
    index("returns_by_customer").on(t.shopId, t.customerGid, t.id),
    index("returns_with_bonus").on(t.shopId, t.requestedAt).where(sql`${t.bonusMinor} > 0`),
    index("returns_by_email").on(t.shopId, t.customerEmail),
    foreignKey({
      columns: [t.shopId, t.policyVersion],
      foreignColumns: [policyVersions.shopId, policyVersions.version],
      name: "returns_policy",
    }),
    check("returns_amounts", sql`${t.baseMinor} >= 0 and ${t.bonusMinor} >= 0`),
    check(
      "returns_status",
      sql`${t.status} in ('requested','approved','in_transit','received','inspected','resolved','declined','cancelled')`,
    ),
    check("returns_issue_wanted_by", sql`(${t.issueWantedAt} is null) = (${t.issueWantedBy} is null)`),
  ],
);

/** A thing the customer sends back. `accepted` is the person's decision: null while open, 0 when declined. */
export const returnLines = pgTable(
  "return_lines",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    position: integer().notNull(),
    lineItemGid: text().notNull(),
    fulfillmentLineItemGid: text().notNull(),
    /** Once Shopify knows the return, its own name for this line. */
    shopifyReturnLineGid: text(),
    title: text().notNull(),
    variantTitle: text(),
    sku: text(),
    imageUrl: text(),
    quantity: integer().notNull(),
    accepted: integer(),
    reason: text().notNull(),
    subReason: text(),
    note: text(),
    declineReason: text(),
    /** Units that arrived; null until somebody looked into the parcel. */
    received: integer(),
    /** Where they go, in Shopify's own words; written there once, at `disposedAt`. */
    disposition: text({ enum: ["RESTOCKED", "NOT_RESTOCKED", "PROCESSING_REQUIRED", "MISSING"] }),
    restockLocationGid: text(),
    inspectionNote: text(),
    disposedAt: at(),
  },
  (t) => [
    unique("return_lines_tenant").on(t.shopId, t.id),
    unique("return_lines_once").on(t.shopId, t.returnId, t.fulfillmentLineItemGid),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "return_lines_return",
    }).onDelete("cascade"),
    check(
      "return_lines_quantity",
      sql`${t.quantity} > 0 and (${t.accepted} is null or ${t.accepted} between 0 and ${t.quantity})`,
    ),
    check("return_lines_received", sql`${t.received} between 0 and ${t.quantity}`),
  ],
);

/** A frozen sum: what the customer saw, the merchant approved, the letter said. Never changed, never removed. */
export const quotes = pgTable(
  "quotes",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    policyVersion: integer().notNull(),
    resolution: text({ enum: ["store_credit", "original_payment"] }).notNull(),
    fingerprint: text().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    baseMinor: minor().notNull(),
    bonusMinor: minor().notNull(),
    currency: currency(),
    madeAt: now(),
  },
  (t) => [
    unique("quotes_tenant").on(t.shopId, t.id),
    index("quotes_return").on(t.shopId, t.returnId),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "quotes_return",
    }),
    check("quotes_amounts", sql`${t.baseMinor} >= 0 and ${t.bonusMinor} >= 0`),
  ],
);

/** Everything that happened to a return, with who and why. Append only. */
export const returnEvents = pgTable(
  "return_events",
  {
    id: id(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    kind: text().notNull(),
    actor: jsonb().$type<unknown>().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    happenedAt: now(),
  },
  (t) => [
    index("return_events_timeline").on(t.shopId, t.returnId, t.id),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "return_events_return",
    }),
  ],
);
