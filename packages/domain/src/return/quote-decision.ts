import type { ShopContext } from "../context.ts";
import type { Quote } from "../quote/index.ts";
import type { LineDecision } from "./line-decisions.ts";
import { findReturn, linesOf } from "./records.ts";
import { requote } from "./requote.ts";

/**
 * What a return would be worth if these decisions were approved: the sum `approveReturn` will freeze, from the same
 * facts. Lines without a decision count as they were decided before, or whole. Null when there is no such return or nothing would be accepted.
 */
export function quoteDecision(
  ctx: ShopContext,
  input: { number: number; decisions: readonly LineDecision[] },
): Promise<Quote | null> {
  const accepted = new Map(input.decisions.map((decision) => [decision.lineId, decision.accepted]));
  return ctx.inShop(async (tx) => {
    const record = await findReturn(tx, ctx, input.number);
    if (!record) return null;
    const lines = await linesOf(tx, ctx, record.id);
    const chosen = lines.map((line) => {
      const { id, quantity, accepted: before } = line;
      const wanted = accepted.get(id) ?? before ?? quantity;
      const units = Number.isInteger(wanted) ? Math.min(Math.max(0, wanted), quantity) : quantity;
      return { ...line, units };
    });
    return requote(tx, ctx, record, chosen);
  });
}
