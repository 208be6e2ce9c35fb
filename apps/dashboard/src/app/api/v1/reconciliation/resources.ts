import { type Difference, type ReconciliationRun, returnName } from "@kept/domain";
import { toWire } from "@kept/money";
import type { z } from "zod";
import { differenceResource, runResource } from "./schemas.ts";

/** A comparison as it leaves the house. Throws when it does not have the published form. */
export function runResourceOf(run: ReconciliationRun): z.output<typeof runResource> {
  const { id, state, night, accounts, done, changed, found, reason, startedAt, finishedAt } = run;
  const told: z.input<typeof runResource> = {
    id,
    state,
    nightly: night,
    accounts,
    compared: done,
    changed,
    found,
    reason,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
  return runResource.parse(told);
}

/** A difference as it leaves the house: it names no person but by Shopify's id. */
export function differenceResourceOf(difference: Difference): z.output<typeof differenceResource> {
  const { id, kind, ours, theirs, customer, returnNumber, remoteGid, resolved } = difference;
  const told: z.input<typeof differenceResource> = {
    id,
    kind,
    ledger: toWire(ours),
    shopify: toWire(theirs),
    customerId: customer?.gid ?? null,
    returnNumber: returnNumber === null ? null : returnName(returnNumber),
    transactionId: remoteGid,
    happenedAt: difference.happenedAt.toISOString(),
    foundAt: difference.foundAt.toISOString(),
    settled: resolved && {
      action: resolved.action,
      reason: resolved.reason,
      at: resolved.at.toISOString(),
    },
  };
  return differenceResource.parse(told);
}
