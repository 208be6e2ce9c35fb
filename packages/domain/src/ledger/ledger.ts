import type { tables } from "@kept/database";
import type { LegKind } from "../issuance/issuance.ts";

export type Account = (typeof tables.ledgerEntries.$inferSelect)["account"];

/**
 * Where a leg's amount comes from and goes to. `customer_credit` is what customers can still spend; the other side
 * says why they can: a refund for goods, or an incentive. Money that goes back as it came never becomes credit.
 */
export function accountsOf(
  kind: LegKind,
  destination: "store_credit" | "original_payment",
): { readonly from: Account; readonly to: Account } {
  switch (kind) {
    case "base":
      return { from: "refunds", to: destination === "store_credit" ? "customer_credit" : "original_payment" };
    case "bonus":
      return { from: "bonus_cost", to: "customer_credit" };
    case "reversal":
      return { from: "customer_credit", to: "refunds" };
  }
}
