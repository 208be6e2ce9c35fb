import type { LegRow } from "../issuance.ts";
import { issuanceName, legName } from "../names.ts";
import type { Timeline } from "./timeline.ts";

export const customers = ["gid://shopify/Customer/1", "gid://shopify/Customer/2"] as const;
export const baseMinor = 2_000n;
export const bonusMinor = 200n;

/** The two legs of the i-th return, as `issueCredit` writes them: 20.00 of goods and a bonus of 2.00. */
export function approvedLegs(
  i: number,
  time: Timeline,
  method: "return_process" | "refund_create" = "return_process",
): [base: LegRow, bonus: LegRow] {
  const issuanceId = issuanceName("shop", returnName(i), 1);
  const customerGid = customers[i % 2] ?? "";
  const base: LegRow = {
    ...common(i, time),
    id: legName(issuanceId, "base"),
    kind: "base",
    method,
    amountMinor: baseMinor,
    expiresOn: null,
    request: method === "return_process" ? throughReturn(i, customerGid) : asRefund(i, customerGid),
  };
  const bonus: LegRow = {
    ...common(i, time),
    id: legName(issuanceId, "bonus"),
    kind: "bonus",
    method: "credit_account",
    amountMinor: bonusMinor,
    expiresOn: "2027-11-24",
    request: { customerGid, amount: { amount: "2.00", currency: "USD" } },
  };
  return [base, bonus];
}

/** Taking all of the i-th return's credit back, as `reverseCredit` writes it. */
export function reversalLeg(i: number, time: Timeline, credits: readonly string[]): LegRow {
  return {
    ...common(i, time),
    id: legName(issuanceName("shop", returnName(i), 1), "reversal"),
    kind: "reversal",
    method: "debit_account",
    amountMinor: baseMinor + bonusMinor,
    expiresOn: null,
    request: {
      customerGid: customers[i % 2],
      accountGid: "gid://shopify/StoreCreditAccount/1",
      amount: { amount: "22.00", currency: "USD" },
      credits,
      oldestCredit: time.date(0).toISOString(),
    },
  };
}

export function returnName(i: number): string {
  return `return ${i}`;
}

function throughReturn(i: number, customerGid: string) {
  return {
    returnGid: `gid://shopify/Return/${i}`,
    destination: "store_credit",
    customerGid,
    lines: [{ id: `gid://shopify/ReturnLineItem/${i}`, quantity: 1 }],
    payments: [],
  };
}

function asRefund(i: number, customerGid: string) {
  return {
    destination: "store_credit",
    customerGid,
    lines: [{ lineItemId: `gid://shopify/LineItem/${i}`, quantity: 1 }],
    payments: [],
    beyondNetPayment: false,
  };
}

function common(i: number, time: Timeline) {
  return {
    shopId: "shop",
    issuanceId: issuanceName("shop", returnName(i), 1),
    returnId: returnName(i),
    laneId: `lane ${i % 2}`,
    orderGid: `gid://shopify/Order/${i}`,
    currency: "USD",
    ordinal: 1,
    disowned: [],
    requestHash: Buffer.alloc(0),
    state: "ready" as const,
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
}
