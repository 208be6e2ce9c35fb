export { type Advanced, advanceLeg } from "./advance-leg.ts";
export type { AttemptView, CreditView, LegView } from "./credit-view.ts";
export { dueLegs } from "./due-legs.ts";
export { type CreditState, creditStateOf } from "./issuance.ts";
export { type IssueRefusal, issueCredit } from "./issue-credit.ts";
export { liveBalance } from "./live-balance.ts";
export { type Exit, type SettleRefusal, settleLeg } from "./settle-leg.ts";
