import type { tables } from "@kept/database";
import { type Money, money } from "@kept/money";

/** A leg as the database holds it. */
export type LegRow = typeof tables.issuanceLegs.$inferSelect;
export type AttemptRow = typeof tables.legAttempts.$inferSelect;
export type LegState = LegRow["state"];
export type LegKind = LegRow["kind"];

/** Where the credit of a return stands; stored on the return by the transition that causes it. */
export type CreditState = "none" | "issuing" | "base_issued" | "issued" | "review" | "failed";

/**
 * The stored credit state, recomputed from the facts: the legs that give. A person's turn outranks everything else,
 * also where credit is being taken back; otherwise taking back changes nothing about what was given.
 */
export function creditStateOf(all: readonly Pick<LegRow, "kind" | "state">[]): CreditState {
  const legs = all.filter(gives);
  if (legs.length === 0) return "none";
  if (all.some((leg) => leg.state === "human")) return "review";
  if (legs.every((leg) => leg.state === "confirmed")) return "issued";
  const base = legs.find((leg) => leg.kind === "base");
  if (legs.every((leg) => leg.state === "confirmed" || leg.state === "rejected")) return "failed";
  return base?.state === "confirmed" ? "base_issued" : "issuing";
}

/** Base and bonus give what was quoted; reversal and repayment correct it afterwards. */
export function gives(leg: Pick<LegRow, "kind">): boolean {
  return leg.kind === "base" || leg.kind === "bonus";
}

/** Does Shopify know this leg's request again by its key? */
export function hasKey(leg: Pick<LegRow, "method">): boolean {
  return leg.method === "refund_create";
}

export function amountOf(leg: Pick<LegRow, "amountMinor" | "currency">): Money {
  return money(leg.amountMinor, leg.currency);
}

/** Nothing more will happen to it by itself. */
export function isSettled(leg: Pick<LegRow, "state">): boolean {
  return leg.state === "confirmed" || leg.state === "rejected" || leg.state === "human";
}
