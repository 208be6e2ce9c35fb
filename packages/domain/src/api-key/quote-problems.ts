import type { Order } from "@kept/shopify";
import type { LineReturnability, NotOffered, NotReturnable, Reason } from "../policy/index.ts";
import type { SelectedUnits } from "../quote/index.ts";

/** What is wrong with one field of a request, and where it stands: ["lines", 0, "quantity"]. */
export interface QuoteProblem {
  readonly at: readonly (string | number)[];
  readonly problem: LineProblem | NotReturnable | NotOffered;
  /** How many units of the line can still come back, where that is the problem. */
  readonly left?: number;
}

export type LineProblem =
  | "unknown_line"
  | "named_twice"
  | "more_than_left"
  | "unknown_reason"
  | "note_missing"
  | "photo_missing";

/** Everything the policy or the order has against these units, in the request's own sequence. Pure. */
export function selectionProblems(
  order: Order,
  lines: readonly LineReturnability[],
  reasons: readonly Reason[],
  selection: readonly SelectedUnits[],
): QuoteProblem[] {
  return selection.flatMap((units, index) => {
    const earlier = selection.slice(0, index);
    return problemsOf(units, index, { order, lines, reasons, earlier });
  });
}

interface Known {
  readonly order: Order;
  readonly lines: readonly LineReturnability[];
  readonly reasons: readonly Reason[];
  readonly earlier: readonly SelectedUnits[];
}

function problemsOf({ lineItemId, quantity, reason }: SelectedUnits, index: number, known: Known) {
  const problems: QuoteProblem[] = [];
  const line = known.lines.find((each) => each.lineItemId === lineItemId);
  const field = (name: string) => ["lines", index, name];
  if (!line || !known.order.lines.some(({ id }) => id === lineItemId))
    problems.push({ at: field("lineItemId"), problem: "unknown_line" });
  else if (known.earlier.some((each) => each.lineItemId === lineItemId))
    problems.push({ at: field("lineItemId"), problem: "named_twice" });
  else if (line.reason) problems.push({ at: field("lineItemId"), problem: line.reason });
  else if (quantity > line.quantity)
    problems.push({ at: field("quantity"), problem: "more_than_left", left: line.quantity });
  if (reason && !isReason(known.reasons, reason))
    problems.push({ at: field("reason"), problem: "unknown_reason" });
  return problems;
}

/** A reason's key, or that of one of its sub-reasons: "damaged", "damaged/in_transit". */
function isReason(reasons: readonly Reason[], given: string): boolean {
  return reasons.some(
    ({ key, subReasons }) => key === given || subReasons.some((sub) => `${key}/${sub.key}` === given),
  );
}
