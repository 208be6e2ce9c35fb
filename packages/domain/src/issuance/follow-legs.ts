import { inOneBreath, type Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { followCredit } from "../ledger/follow-credit.ts";
import { changeReturn } from "../return/records.ts";
import { creditStateOf, type LegRow } from "./issuance.ts";
import { legsOfReturn } from "./legs.ts";

/**
 * Writes the return's stored credit state after its legs changed, in the same transaction; a return whose legs are all
 * confirmed is resolved. Answers the legs. Call it with the return's row locked.
 */
export async function followLegs(tx: Transaction, ctx: ShopContext, returnId: string): Promise<LegRow[]> {
  const legs = await legsOfReturn(tx, ctx, returnId);
  const creditState = creditStateOf(legs);
  await inOneBreath([
    () =>
      changeReturn(tx, ctx, returnId, {
        creditState,
        ...(creditState === "issued" && { status: "resolved" as const }),
      }),
    () => followCredit(tx, ctx, returnId),
  ]);
  return legs;
}
