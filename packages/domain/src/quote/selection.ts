import type { Order } from "@kept/shopify";
import type { SelectedUnits } from "./quote-types.ts";

/** Why units cannot be quoted. `left` is how many units of the line are still there. */
export interface SelectionProblem {
  readonly lineItemId: string | null;
  readonly problem:
    | "nothing_selected"
    | "unknown_line"
    | "selected_twice"
    | "not_a_quantity"
    | "more_than_left";
  readonly left: number;
}

/** The first thing wrong with a selection, or null. Says nothing about the policy: `returnability` does. */
export function selectionProblem(order: Order, selection: readonly SelectedUnits[]): SelectionProblem | null {
  if (selection.length === 0) return { lineItemId: null, problem: "nothing_selected", left: 0 };
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  for (const { lineItemId, quantity } of selection) {
    const line = lines.get(lineItemId);
    if (!line) return { lineItemId, problem: "unknown_line", left: 0 };
    const left = line.quantity - line.goneQuantity;
    if (seen.has(lineItemId)) return { lineItemId, problem: "selected_twice", left };
    if (!Number.isInteger(quantity) || quantity < 1) return { lineItemId, problem: "not_a_quantity", left };
    if (quantity > left) return { lineItemId, problem: "more_than_left", left };
    seen.add(lineItemId);
  }
  return null;
}

/** Thrown by `quote` for a selection that was not checked before: a mistake of the caller, not of the customer. */
export class UnquotableSelection extends RangeError {
  readonly problem: SelectionProblem;

  constructor(problem: SelectionProblem) {
    super(`Cannot quote: ${problem.problem}`);
    this.problem = problem;
  }
}
