export {
  type PreviewRefusal,
  previewReversal,
  type ReversalPreview,
  type UnitsWanted,
} from "./preview-reversal.ts";
export { type Reversals, type ReversalView, readReversals } from "./queries.ts";
export { type RepayRefusal, repayReversal } from "./repay-reversal.ts";
export type { HeldCredit, Parts, ReversalPlan } from "./reversal.ts";
export { type ReverseRefusal, reverseCredit } from "./reverse-credit.ts";
