import { equal, type Money, negate } from "@kept/money";
import {
  type CreditAccountNow,
  type Refund,
  readCreditAccount,
  readRefundsOf,
  readReturnProgress,
} from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { debitsLike } from "./debit-account-method.ts";
import { amountOf, type LegRow } from "./issuance.ts";
import type { Landed, LegRecord } from "./method.ts";
import { refundLanded } from "./refunded.ts";
import { baseRequest } from "./return-process-method.ts";

/** The transaction or refund a person pointed at, if it is there and has our amount. */
export async function remoteMovement(ctx: ShopContext, leg: LegRow, id: string): Promise<Landed | null> {
  const admin = await ctx.admin();
  switch (leg.method) {
    case "return_process": {
      const now = await readReturnProgress(admin, baseRequest(leg).returnGid);
      return refundIn(now?.refunds ?? [], leg, id);
    }
    case "refund_create": {
      const now = await readRefundsOf(admin, { orderId: leg.orderGid, lineItemIds: [] });
      return refundIn(now?.refunds ?? [], leg, id);
    }
    case "credit_account":
      return movementIn(await accountOf(ctx, leg), "credit", amountOf(leg), id);
    case "debit_account":
      return movementIn(await accountOf(ctx, leg), "debit", negate(amountOf(leg)), id);
  }
}

/** Debits that look like this leg's and carry nothing that says whose they are. Only where that can be. */
export async function strangers(ctx: ShopContext, record: LegRecord): Promise<string[]> {
  const { leg, attempts } = record;
  const untagged = attempts.some(({ tag }) => tag.startsWith("untagged:"));
  if (leg.method !== "debit_account" || !untagged) return [];
  return debitsLike(record, await accountOf(ctx, leg));
}

async function accountOf(ctx: ShopContext, leg: LegRow): Promise<CreditAccountNow> {
  const { customerGid } = leg.request as { customerGid: string };
  const since = new Date(leg.createdAt.getTime() - 300_000);
  return readCreditAccount(await ctx.admin(), { customerId: customerGid, currency: leg.currency, since });
}

function refundIn(refunds: readonly Refund[], leg: LegRow, id: string): Landed | null {
  const refund = refunds.find((each) => each.id === id);
  return refund && equal(refund.total, amountOf(leg)) ? refundLanded(refund.id) : null;
}

function movementIn(
  account: CreditAccountNow,
  kind: "credit" | "debit",
  amount: Money,
  id: string,
): Landed | null {
  const found = account.transactions.find((each) => each.kind === kind && each.id === id);
  if (!found || !equal(found.amount, amount)) return null;
  return { transactionGid: id, refundGid: null, accountGid: account.accountId, balance: found.balanceAfter };
}
