export type { Admin, AdminAccess } from "./admin/admin.ts";
export type {
  Answer,
  Done,
  NotExecuted,
  NotExecutedReason,
  Refused,
  Unknown,
  UnknownReason,
} from "./admin/answer.ts";
export type { Document } from "./admin/document.ts";
export type { Patience } from "./admin/line.ts";
export type { ReadOptions } from "./admin/read.ts";
export type { SendOptions } from "./admin/send.ts";
export { type ThrottleStatus, waitForPoints } from "./admin/throttle.ts";
export { ShopifyUnavailable, type UnavailableReason } from "./admin/unavailable.ts";
export { connectShopify, type ShopifyApp, type ShopifySettings } from "./connect.ts";
export { type CreditAccount, creditAccount } from "./credit/credit-account.ts";
export type { CreditTransaction } from "./credit/credit-transaction.ts";
export { type DebitAccount, debitAccount } from "./credit/debit-account.ts";
export { knowsNotes } from "./credit/notes.ts";
export { type CreditAccountNow, readCreditAccount, type WhichCredit } from "./credit/read-credit-account.ts";
export {
  accountsAtOnce,
  type CreditAccountGlance,
  readCreditAccounts,
} from "./credit/read-credit-accounts.ts";
export { readCustomer } from "./customer/read-customer.ts";
export { readSegmentMembership, readSegments, type Segment } from "./customer/segments.ts";
export { type OrderOfCustomer, ordersOfCustomer } from "./customer-accounts/orders-of-customer.ts";
export {
  type SignedIn,
  SignInRefused,
  type SignInStarted,
  SignInUnavailable,
} from "./customer-accounts/sign-in.ts";
export { lastDigits, legacyId } from "./gid.ts";
export { announceParcel } from "./goods/announce-parcel.ts";
export { type DisposedUnits, type Disposition, disposeGoods } from "./goods/dispose-goods.ts";
export { type GoodsBack, readGoodsBack } from "./goods/read-goods-back.ts";
export { readLocations } from "./goods/read-locations.ts";
export {
  type BeginInstall,
  consentMs,
  type FinishInstall,
  type Granted,
  type Install,
} from "./install/install.ts";
export type { ShopifyUrls } from "./links.ts";
export { asTyped } from "./order/as-typed.ts";
export { type Contact, knowsOrder, type NamedOrder, ordersNamed } from "./order/orders-named.ts";
export { storeCreditGateway } from "./order/payment.ts";
export { readOrder } from "./order/read-order.ts";
export { type OrderNews, type OrderRefund, readOrderNews } from "./order/read-order-news.ts";
export { type OrderTotal, readOrderTotals } from "./order/read-order-totals.ts";
export type {
  Order,
  OrderCustomer,
  OrderLine,
  OrderProduct,
  Payment,
  ReturnableUnits,
  Shipping,
} from "./order.ts";
export { type RefundsOfOrder, readRefundsOf } from "./refund/read-refunds-of.ts";
export type { Refund, RefundTransaction } from "./refund/refund.ts";
export { type RefundMade, type RefundOrder, refundOrder } from "./refund/refund-order.ts";
export { type PaymentBack, type RefundTo, refundTotal } from "./refund/refund-to.ts";
export { approveReturn } from "./return/approve-return.ts";
export { cancelReturn } from "./return/cancel-return.ts";
export { closeReturn } from "./return/close-return.ts";
export { type CreateReturnWish, createReturn } from "./return/create-return.ts";
export { type DeclineWish, declineReturn } from "./return/decline-return.ts";
export { type ProcessReturn, processReturn } from "./return/process-return.ts";
export { type ReturnOfOrder, type ReturnReason, readBeforeRequest } from "./return/read-before-request.ts";
export {
  type DeclineReason,
  readReturn,
  type ShopifyReturn,
  type ShopifyReturnLine,
} from "./return/read-return.ts";
export { type ReturnProgress, readReturnProgress } from "./return/read-return-progress.ts";
export { removeFromReturn } from "./return/remove-from-return.ts";
export { type ReturnLineWish, requestReturn } from "./return/request-return.ts";
export type { ReturnNow, ShopifyReturnStatus } from "./return/return-status.ts";
export {
  type SuggestedOutcome,
  type SuggestWish,
  suggestReturnOutcome,
} from "./return/suggest-return-outcome.ts";
export { missingScopes, requiredScopes, type Scope } from "./scopes.ts";
export { grantedScopes } from "./shop/granted-scopes.ts";
export { readShop, type ShopFacts } from "./shop/read-shop.ts";
export { isShopDomain, shopHandle } from "./shop-domain.ts";
export { type Person, readWebhook, type Telling } from "./webhook/read-webhook.ts";
export {
  type ComplianceTopic,
  complianceTopics,
  isComplianceTopic,
  type WebhookTopic,
  webhookTopics,
} from "./webhook/topics.ts";
export type { WebhookRequest } from "./webhook/verify-webhook.ts";
