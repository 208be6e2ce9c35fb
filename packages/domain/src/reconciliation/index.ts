export { pokeActiveAccounts, reconcile, reconcileCustomer, startNights } from "./nights.ts";
export {
  countOpenDifferences,
  listDifferences,
  listRuns,
  openAlertsIn,
  pageOfRuns,
  type ReconciliationRun,
  readRun,
  type WhichDifferences,
} from "./queries.ts";
export { reconcileAccount } from "./reconcile-account.ts";
export type { Difference, DifferenceKind, ResolvingAction } from "./reconciliation.ts";
export { type ResolveRefusal, resolveDifference } from "./resolve-difference.ts";
export { continueReconciliation, startReconciliation } from "./run.ts";
