import { and, eq, inOneStatement, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { ok, refused } from "../result.ts";
import type { ReturnLineRecord } from "./return.ts";

/** What a person decided about a line: how many of its units are accepted, and why not all. */
export interface LineDecision {
  readonly lineId: string;
  readonly accepted: number;
  readonly declineReason?: string | undefined;
}

export type DecidedLine = ReturnLineRecord & { readonly accepted: number };

/** Every line with its decision; one without keeps what was accepted before, or is accepted whole. */
export function decideLines(lines: readonly ReturnLineRecord[], decisions: readonly LineDecision[]) {
  const byLine = new Map(decisions.map((decision) => [decision.lineId, decision]));
  const decided: DecidedLine[] = [];
  for (const line of lines) {
    const decision = byLine.get(line.id);
    byLine.delete(line.id);
    const accepted = decision?.accepted ?? line.accepted ?? line.quantity;
    if (!Number.isInteger(accepted) || accepted < 0 || accepted > line.quantity)
      return refused("InvalidDecision", { lineId: line.id });
    decided.push({ ...line, accepted, declineReason: decision?.declineReason ?? line.declineReason });
  }
  const [foreign] = byLine.keys();
  return foreign === undefined ? ok({ lines: decided }) : refused("InvalidDecision", { lineId: foreign });
}

export function keepDecisions(
  tx: Transaction,
  ctx: ShopContext,
  lines: readonly DecidedLine[],
): Promise<void> {
  const kept = lines.map(({ id, accepted, declineReason }) =>
    tx
      .update(tables.returnLines)
      .set({ accepted, declineReason })
      .where(and(eq(tables.returnLines.shopId, ctx.shop.id), eq(tables.returnLines.id, id))),
  );
  return inOneStatement(tx, kept);
}

/** A decided line as a quote is asked about it. */
export function asChosen(line: DecidedLine) {
  const { lineItemGid, fulfillmentLineItemGid, reason, accepted: units } = line;
  return { lineItemGid, fulfillmentLineItemGid, reason, units };
}
