import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, bytes, currency, minor, now, shopId } from "./columns.ts";
import { creditLanes } from "./lanes.ts";
import { quotes, returns } from "./returns.ts";

/** The act of giving: one per return and settlement. It freezes the quote it pays, to the minor unit. */
export const issuances = pgTable(
  "issuances",
  {
    /** UUIDv5 of shop, return and settlement: the same obligation always has the same name, also after a restore. */
    id: uuid().primaryKey(),
    shopId: shopId(),
    returnId: uuid().notNull(),
    quoteId: uuid().notNull(),
    settlement: integer().notNull().default(1),
    destination: text({ enum: ["store_credit", "original_payment"] }).notNull(),
    actor: jsonb().$type<unknown>().notNull(),
    createdAt: now(),
  },
  (t) => [
    unique("issuances_tenant").on(t.shopId, t.id),
    unique("issuances_obligation").on(t.shopId, t.returnId, t.settlement),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "issuances_return",
    }),
    foreignKey({
      columns: [t.shopId, t.quoteId],
      foreignColumns: [quotes.shopId, quotes.id],
      name: "issuances_quote",
    }),
  ],
);

/**
 * A leg: one movement of money that must happen exactly once.
 *
 *   ready → sending → confirmed | rejected | unknown
 *   unknown → confirmed | ready | human        human → confirmed | ready | rejected
 *
 * `ready` and nothing sent; `sending` is committed before the first byte leaves; `unknown` means it may have happened
 * and is never sent again before it was looked up; `human` asks a person. A success that was seen is a fact and is
 * recorded whoever saw it; only the decision to send needs the fence. Amounts never change after creation.
 */
export const issuanceLegs = pgTable(
  "issuance_legs",
  {
    /** UUIDv5 of the issuance, the kind and the ordinal. */
    id: uuid().primaryKey(),
    shopId: shopId(),
    issuanceId: uuid().notNull(),
    returnId: uuid().notNull(),
    /** `reversal` takes credit back; `repayment` returns what a reversal took of the base the way it was paid. */
    kind: text({ enum: ["base", "bonus", "reversal", "repayment"] }).notNull(),
    /** Which reversal, or the repayment of which; base and bonus there is one of each. */
    ordinal: integer().notNull().default(1),
    method: text({ enum: ["return_process", "refund_create", "credit_account", "debit_account"] }).notNull(),
    laneId: uuid().notNull(),
    orderGid: text().notNull(),
    amountMinor: minor().notNull(),
    currency: currency(),
    expiresOn: text(),
    /** The exact request, frozen: variables as they will be sent, less the attempt's own tag. */
    request: jsonb().$type<unknown>().notNull(),
    requestHash: bytes().notNull(),
    state: text({ enum: ["ready", "sending", "unknown", "confirmed", "rejected", "human"] })
      .notNull()
      .default("ready"),
    ambiguousAttempts: integer().notNull().default(0),
    nextAt: at().notNull().default(sql`clock_timestamp()`),
    deadline: at().notNull(),
    remoteTransactionGid: text(),
    remoteRefundGid: text(),
    matchQuality: text({ enum: ["answer", "tag", "quantities", "key", "person"] }),
    /** Movements at Shopify that look like this leg's and that a person has said are somebody else's. */
    disowned: text().array().notNull().default(sql`'{}'`),
    /** Why it is where it is, in the words of issuance/reasons. */
    reason: text(),
    confirmedAt: at(),
    createdAt: now(),
  },
  (t) => [
    unique("issuance_legs_tenant").on(t.shopId, t.id),
    unique("issuance_legs_obligation").on(t.shopId, t.issuanceId, t.kind, t.ordinal),
    foreignKey({
      columns: [t.shopId, t.issuanceId],
      foreignColumns: [issuances.shopId, issuances.id],
      name: "issuance_legs_issuance",
    }),
    foreignKey({
      columns: [t.shopId, t.laneId],
      foreignColumns: [creditLanes.shopId, creditLanes.id],
      name: "issuance_legs_lane",
    }),
    foreignKey({
      columns: [t.shopId, t.returnId],
      foreignColumns: [returns.shopId, returns.id],
      name: "issuance_legs_return",
    }),
    uniqueIndex("one_in_flight_per_lane").on(t.laneId).where(sql`state in ('sending', 'unknown')`),
    uniqueIndex("one_base_in_flight_per_order")
      .on(t.shopId, t.orderGid)
      .where(sql`kind = 'base' and state in ('sending', 'unknown')`),
    uniqueIndex("one_claim_per_remote_transaction")
      .on(t.shopId, t.remoteTransactionGid)
      .where(sql`remote_transaction_gid is not null`),
    uniqueIndex("one_claim_per_remote_refund")
      .on(t.shopId, t.remoteRefundGid)
      .where(sql`remote_refund_gid is not null`),
    index("issuance_legs_due").on(t.shopId, t.nextAt).where(sql`state in ('ready', 'sending', 'unknown')`),
    index("issuance_legs_turned_away")
      .on(t.shopId, t.nextAt)
      .where(sql`state = 'ready' and reason is not null`),
    index("issuance_legs_confirmed_lately").on(t.confirmedAt).where(sql`state = 'confirmed'`),
    index("issuance_legs_by_lane").on(t.shopId, t.laneId),
    index("issuance_legs_by_return").on(t.shopId, t.returnId),
    index("issuance_legs_by_state").on(t.shopId, t.state, t.id),
    check("issuance_legs_amount", sql`${t.amountMinor} > 0`),
    check(
      "issuance_legs_ordinal",
      sql`${t.ordinal} > 0 and (${t.kind} in ('reversal', 'repayment') or ${t.ordinal} = 1)`,
    ),
    check(
      "issuance_legs_state",
      sql`${t.state} in ('ready','sending','unknown','confirmed','rejected','human')`,
    ),
    check(
      "issuance_legs_confirmed",
      sql`${t.state} <> 'confirmed' or (${t.confirmedAt} is not null and ${t.matchQuality} is not null)`,
    ),
  ],
);

/** One decision to send. Written and committed before the call; what came of it is added once, nothing else ever changes. */
export const legAttempts = pgTable(
  "leg_attempts",
  {
    shopId: shopId(),
    legId: uuid().notNull(),
    n: integer().notNull(),
    laneId: uuid().notNull(),
    epoch: integer().notNull(),
    fence: bigint({ mode: "bigint" }).notNull(),
    tag: text().notNull(),
    idempotencyKey: uuid().notNull(),
    /** Newest transaction, balance, refund ids, quantities: what the world looked like just before. */
    baseline: jsonb().$type<unknown>().notNull(),
    tokenExpiresAt: at(),
    apiVersion: text().notNull(),
    committedAt: now(),
    /** When its own request, with its own key, was last decided to go out again; null where that never was. */
    repeatedAt: at(),
    requestId: text(),
    outcome: text(),
    negativeReads: integer().notNull().default(0),
    lastReadAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.legId, t.n] }),
    unique("leg_attempts_tag").on(t.shopId, t.laneId, t.tag),
    index("leg_attempts_lately").on(t.shopId, t.committedAt),
    foreignKey({
      columns: [t.shopId, t.legId],
      foreignColumns: [issuanceLegs.shopId, issuanceLegs.id],
      name: "leg_attempts_leg",
    }),
  ],
);
