export { addNote } from "./add-note.ts";
export { type ApproveRefusal, approveReturn, type LineDecision } from "./approve-return.ts";
export { cancelReturn } from "./cancel-return.ts";
export { type ChooseItemsRefusal, chooseItems, type ItemChoice, type ItemProblem } from "./choose-items.ts";
export { type DeclineRefusal, declineReturn } from "./decline-return.ts";
export {
  type Draft,
  type DraftItem,
  type DraftReason,
  type DraftRefusal,
  type DraftSelection,
  readDraft,
} from "./drafts.ts";
export { type FindRefusal, findOrderToReturn } from "./find-order-to-return.ts";
export { countReturns, listReturns, type ReturnRow, type ReturnView, returnViews } from "./list-returns.ts";
export { MirrorDelayed, MirrorRefused, mirrorReturn } from "./mirror-return.ts";
export { type OverrideRefusal, overrideResolution } from "./override-resolution.ts";
export { quoteDecision } from "./quote-decision.ts";
export { type DraftOffer, type QuoteDraftRefusal, quoteDraft } from "./quote-draft.ts";
export { type Blocker, type ReturnDetail, readReturn, type TimelineEvent } from "./read-return.ts";
export { type ReturnStatusView, readReturnByKey, type StatusStep } from "./read-status.ts";
export { type ReturnLineView, type ReturnStatus, returnName } from "./return.ts";
export { chooseResolution, type SendRefusal, sendReturn } from "./send-return.ts";
