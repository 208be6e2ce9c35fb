export { type Amounts, amountIn } from "./amounts.ts";
export { type Approval, approval } from "./approval.ts";
export {
  type Bonus,
  type BonusLimits,
  type BonusOf,
  type BonusRule,
  bonusSchema,
  type Tier,
} from "./bonus.ts";
export type { ConditionName, Conditions } from "./conditions.ts";
export { type CreditOffer, creditOfferOf, creditOfferSchema, withCreditOffer } from "./credit-offer.ts";
export { defaultPolicy } from "./default-policy.ts";
export { diffPolicies, type PolicyChange } from "./diff-policies.ts";
export type { Allowed, Blocked, Window } from "./eligibility.ts";
export type { Fees, LabelFee, RestockingFee, ReturnFee } from "./fees.ts";
export type { LineFacts, ReturnFacts } from "./meets.ts";
export { namedSegments } from "./named-segments.ts";
export { type Asked, type NotOffered, type Offer, offers } from "./offers.ts";
export {
  type ApprovalRule,
  type OriginalPaymentPolicy,
  type Policy,
  type PolicyVersion,
  policySchema,
  type RefundRule,
  type ResolutionKind,
  type ResolutionRule,
  resolutionSchema,
  type StoreCreditPolicy,
  storeCreditSchema,
  type Trigger,
  triggerSchema,
} from "./policy.ts";
export { noProducts, type Products } from "./products.ts";
export { namesReason, type Reason, reasonLabel, reasonWords } from "./reasons.ts";
export { type LineReturnability, type NotReturnable, returnability } from "./returnability.ts";
export {
  currentPolicy,
  policyHistory,
  restorePolicy,
  type SaveRefusal,
  saveCreditOffer,
  savePolicy,
  savePolicyOfNewShop,
} from "./save-policy.ts";
export { type PolicySection, policySections } from "./sections.ts";
export type { SavedPolicy } from "./versions.ts";
