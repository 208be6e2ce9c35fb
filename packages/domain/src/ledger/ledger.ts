import type { tables } from "@kept/database";
import type { LegKind } from "../issuance/issuance.ts";

export type Account = (typeof tables.ledgerEntries.$inferSelect)["account"];

/** One side of a posting: what an account gets, or gives where it is negative. */
export interface Side {
  readonly account: Account;
  readonly minor: bigint;
}

/** Where an amount comes from and goes to. */
export interface Way {
  readonly from: Account;
  readonly to: Account;
}

/** An amount on its way, as the two sides of a posting. */
export function move({ from, to }: Way, minor: bigint): readonly Side[] {
  return [
    { account: to, minor },
    { account: from, minor: -minor },
  ];
}

/**
 * Where a leg's amount comes from and goes to; the sides sum to zero. `customer_credit` is what customers can still
 * spend; the other side says why they can: a refund for goods, or an incentive. Money that goes back as it came never
 * becomes credit. What is taken back returns to where it came from: `ofBonus` of it to the incentives.
 */
export function sidesOf(
  leg: { readonly kind: LegKind; readonly amountMinor: bigint },
  facts: { readonly destination: "store_credit" | "original_payment"; readonly ofBonus: bigint },
): readonly Side[] {
  const { kind, amountMinor: amount } = leg;
  switch (kind) {
    case "base":
      return move(
        {
          from: "refunds",
          to: facts.destination === "store_credit" ? "customer_credit" : "original_payment",
        },
        amount,
      );
    case "bonus":
      return move({ from: "bonus_cost", to: "customer_credit" }, amount);
    case "reversal":
      return [
        { account: "customer_credit", minor: -amount },
        ...(facts.ofBonus > 0n ? [{ account: "bonus_cost" as const, minor: facts.ofBonus }] : []),
        ...(facts.ofBonus < amount ? [{ account: "refunds" as const, minor: amount - facts.ofBonus }] : []),
      ];
    case "repayment":
      return move({ from: "refunds", to: "original_payment" }, amount);
  }
}
