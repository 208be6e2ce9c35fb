import {
  checkInvariants,
  foldAllFigures,
  forgetLookups,
  lookForGrants,
  type PeriodicTask,
  pokeActiveAccounts,
  startMornings,
  startNights,
  sweepDeliveries,
  sweepDrafts,
  sweepShops,
  type Tools,
  walkAuditLogs,
} from "@kept/domain";

/**
 * Everything that happens by the clock, in this one place. A task looks for what is due in all shops and does little
 * itself: whatever takes long or talks to Shopify becomes a job per shop. Times are UTC; what follows a shop's own
 * night asks each shop's time zone every hour.
 */
export function periodicTasks(tools: Tools): readonly PeriodicTask[] {
  return [
    { name: "invariants", cron: "40 2 * * *", run: () => checkInvariants(tools) },
    { name: "audit-logs", cron: "50 2 * * *", run: () => walkAuditLogs(tools) },
    { name: "figures", cron: "*/3 * * * *", run: () => foldAllFigures(tools) },
    { name: "nights", cron: "7 * * * *", run: () => startNights(tools) },
    { name: "mornings", cron: "12 * * * *", run: () => startMornings(tools) },
    { name: "grants", cron: "*/3 * * * *", run: () => lookForGrants(tools) },
    { name: "active-accounts", cron: "*/5 * * * *", run: () => pokeActiveAccounts(tools) },
    { name: "sweep", cron: "10 3 * * *", run: () => sweepShops(tools) },
    { name: "lookups", cron: "20 * * * *", run: () => forgetLookups(tools) },
    { name: "drafts", cron: "25 3 * * *", run: () => sweepDrafts(tools) },
    { name: "webhooks-out", cron: "*/10 * * * *", run: () => sweepDeliveries(tools) },
  ];
}
