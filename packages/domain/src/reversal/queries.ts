import { type Money, money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import type { LegRow } from "../issuance/issuance.ts";
import { allowed } from "../organization/roles.ts";
import { acceptedUnits } from "../return/return.ts";
import { factsOf, obstacleTo } from "./preview-reversal.ts";
import { repayableOf, unitsSoFar } from "./records.ts";

/** A decision to take credit back, as pages show it. */
export interface ReversalView {
  readonly ordinal: number;
  readonly taken: Money;
  readonly shortfall: Money;
  readonly state: LegRow["state"];
  readonly reason: string;
  readonly at: Date;
}

export interface Reversals {
  readonly made: readonly ReversalView[];
  /** Credit of this return can be previewed and taken back now, by the one who asks. */
  readonly canReverse: boolean;
  /** What was taken of a base and can be paid back the way it was paid; null when there is nothing, or not by them. */
  readonly repayable: Money | null;
}

/** What was taken back of a return's credit, and what can be done about it now. Null when this shop has no such return. */
export async function readReversals(ctx: ShopContext, number: number): Promise<Reversals | null> {
  const facts = await ctx.inShop((tx) => factsOf(tx, ctx, number));
  if (!facts) return null;
  const { made, legs, lines, record } = facts;
  const before = unitsSoFar(made);
  const left = lines.some((line) => acceptedUnits(line) > (before.get(line.id) ?? 0));
  const may = allowed(ctx.role, "settle");
  const open = repayableOf(made, legs);
  return {
    made: made.map(({ reversal, leg }) => ({
      ordinal: reversal.ordinal,
      taken: money(leg.amountMinor, leg.currency),
      shortfall: money(reversal.shortfallMinor, leg.currency),
      state: leg.state,
      reason: reversal.reason,
      at: reversal.createdAt,
    })),
    canReverse: may && left && obstacleTo(facts) === null,
    repayable: may && open ? money(open.reversal.takenBaseMinor, record.currency) : null,
  };
}
