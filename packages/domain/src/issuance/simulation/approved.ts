import type { LegRow } from "../issuance.ts";
import { issuanceName, legName } from "../names.ts";
import type { Timeline } from "./timeline.ts";

export const customers = ["gid://shopify/Customer/1", "gid://shopify/Customer/2"] as const;
export const baseMinor = 2_000n;
export const bonusMinor = 200n;

/** The two legs of the i-th return, as `issueCredit` writes them: 20.00 of goods and a bonus of 2.00. */
export function approvedLegs(i: number, time: Timeline): [base: LegRow, bonus: LegRow] {
  const issuanceId = issuanceName("shop", returnName(i), 1);
  const customerGid = customers[i % 2] ?? "";
  const common = {
    shopId: "shop",
    issuanceId,
    returnId: returnName(i),
    laneId: `lane ${i % 2}`,
    orderGid: `gid://shopify/Order/${i}`,
    currency: "USD",
    requestHash: Buffer.alloc(0),
    state: "ready" as const,
    ordinal: 1,
    disowned: [],
    ambiguousAttempts: 0,
    nextAt: time.date(),
    deadline: time.date(time.now + 24 * 3_600_000),
    remoteTransactionGid: null,
    remoteRefundGid: null,
    matchQuality: null,
    reason: null,
    confirmedAt: null,
    createdAt: time.date(),
  };
  const base: LegRow = {
    ...common,
    id: legName(issuanceId, "base"),
    kind: "base",
    method: "return_process",
    amountMinor: baseMinor,
    expiresOn: null,
    request: {
      returnGid: `gid://shopify/Return/${i}`,
      destination: "store_credit",
      customerGid,
      lines: [{ id: `gid://shopify/ReturnLineItem/${i}`, quantity: 1 }],
      payments: [],
    },
  };
  const bonus: LegRow = {
    ...common,
    id: legName(issuanceId, "bonus"),
    kind: "bonus",
    method: "credit_account",
    amountMinor: bonusMinor,
    expiresOn: "2027-11-24",
    request: { customerGid, amount: { amount: "2.00", currency: "USD" } },
  };
  return [base, bonus];
}

export function returnName(i: number): string {
  return `return ${i}`;
}
