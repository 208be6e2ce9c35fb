import type { tables } from "@kept/database";
import { type Money, money } from "@kept/money";

/** A leg as the database holds it. */
export type LegRow = typeof tables.issuanceLegs.$inferSelect;
export type AttemptRow = typeof tables.legAttempts.$inferSelect;
export type LegState = LegRow["state"];
export type LegKind = LegRow["kind"];

/** Where the credit of a return stands; stored on the return by the transition that causes it. */
export type CreditState = "none" | "issuing" | "base_issued" | "issued" | "review" | "failed";

/** The stored credit state, recomputed from the facts: the legs. A person's turn outranks everything else. */
export function creditStateOf(legs: readonly Pick<LegRow, "kind" | "state">[]): CreditState {
  if (legs.length === 0) return "none";
  if (legs.some((leg) => leg.state === "human")) return "review";
  if (legs.every((leg) => leg.state === "confirmed")) return "issued";
  const base = legs.find((leg) => leg.kind === "base");
  if (legs.every((leg) => leg.state === "confirmed" || leg.state === "rejected")) return "failed";
  return base?.state === "confirmed" ? "base_issued" : "issuing";
}

export function amountOf(leg: Pick<LegRow, "amountMinor" | "currency">): Money {
  return money(leg.amountMinor, leg.currency);
}

/** Nothing more will happen to it by itself. */
export function isSettled(leg: Pick<LegRow, "state">): boolean {
  return leg.state === "confirmed" || leg.state === "rejected" || leg.state === "human";
}
