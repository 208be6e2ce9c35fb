export { forgetDrafts, sweepDrafts } from "./abandoned-drafts.ts";
export { addNote } from "./add-note.ts";
export { addTracking } from "./add-tracking.ts";
export { type ApproveRefusal, approveReturn } from "./approve-return.ts";
export type { OtherReturn } from "./around-return.ts";
export { type Attention, dismissAttention } from "./attention.ts";
export { cancelReturn } from "./cancel-return.ts";
export { type ChooseItemsRefusal, chooseItems, type ItemChoice, type ItemProblem } from "./choose-items.ts";
export { createReturn, type OpenOrderRefusal, openOrder } from "./create-return.ts";
export type { NotReady } from "./credit-readiness.ts";
export { type DeclineRefusal, declineReturn } from "./decline-return.ts";
export { type DraftOfOrderRefusal, draftOfOrder } from "./draft-of-order.ts";
export {
  type Draft,
  type DraftItem,
  type DraftReason,
  type DraftRefusal,
  type DraftSelection,
  readDraft,
} from "./drafts.ts";
export { followPolicies, followPolicy } from "./follow-policy.ts";
export { followReturn, returnsBehind } from "./follow-shopify.ts";
export type { GoodsFirst } from "./goods-first.ts";
export { type InspectRefusal, inspectReturn, type LineFinding } from "./inspect-return.ts";
export { keepInStep } from "./keep-in-step.ts";
export type { LineDecision } from "./line-decisions.ts";
export {
  countedTo,
  countReturns,
  type ListReturns,
  listReturns,
  type ReturnPage,
  type ReturnRow,
} from "./list-returns.ts";
export { MirrorDelayed, MirrorRefused, mirrorReturn } from "./mirror-return.ts";
export { nextRequest } from "./next-request.ts";
export { type OverrideRefusal, overrideResolution } from "./override-resolution.ts";
export { type ParcelRefusal, type ParcelView, sendParcel } from "./parcels.ts";
export { quoteDecision } from "./quote-decision.ts";
export { type DraftOffer, type QuoteDraftRefusal, quoteChoice, quoteDraft } from "./quote-draft.ts";
export { type Blocker, type ReturnDetail, readReturn } from "./read-return.ts";
export { type ReturnStatusView, readReturnByKey, type StatusStep } from "./read-status.ts";
export { type ReceiveRefusal, receiveReturn } from "./receive-return.ts";
export { type ReturnLineView, type ReturnStatus, returnName } from "./return.ts";
export {
  type ReturnFilters,
  type ReturnSort,
  type ReturnView,
  returnSorts,
  returnViews,
} from "./return-filters.ts";
export {
  removeView,
  type SavedView,
  savedViewsOf,
  saveView,
  type ViewFilters,
  viewFiltersSchema,
} from "./saved-views.ts";
export { chooseResolution, type SendRefusal, sendReturn } from "./send-return.ts";
export type { OpenedDraft } from "./start-draft.ts";
export { type CreditInstead, type SwitchRefusal, switchToStoreCredit } from "./switch-to-credit.ts";
export type { TimelineEvent } from "./timeline.ts";
export { type TryPolicyRefusal, tryPolicy } from "./try-policy.ts";
