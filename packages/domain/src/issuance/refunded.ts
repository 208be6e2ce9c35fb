import { equal, fromWire, type Money, sum } from "@kept/money";
import {
  type Admin,
  type CreditTransaction,
  type Refund,
  type RefundTo,
  readCreditAccount,
  storeCreditGateway,
} from "@kept/shopify";
import { z } from "zod";
import { amountOf, type LegRow } from "./issuance.ts";
import type { Landed, LegRecord } from "./method.ts";
import { noon } from "./tag.ts";

type Destination = "store_credit" | "original_payment";

/** One payment's part of a refund, as a leg's request keeps it. */
export const paymentBack = z.strictObject({
  parentId: z.string(),
  gateway: z.string(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
});

/** Where a refund's money goes, as its frozen request says. */
export function moneyOf(
  leg: Pick<LegRow, "amountMinor" | "currency" | "expiresOn">,
  request: { destination: Destination; payments: readonly z.output<typeof paymentBack>[] },
): RefundTo {
  if (request.destination === "store_credit")
    return { storeCredit: amountOf(leg), ...(leg.expiresOn && { expiresAt: noon(leg.expiresOn) }) };
  const { payments } = request;
  return { payments: payments.map((part) => ({ ...part, amount: fromWire(part.amount) })) };
}

/** What a refund moved to where the leg's money goes; what failed on the way moved nothing. */
export function amountTo(destination: Destination, refund: Refund): Money {
  if (destination !== "store_credit") return refund.total;
  const toCredit = refund.transactions.filter(
    ({ gateway, status }) => gateway === storeCreditGateway && !failed.has(status),
  );
  return sum(
    toCredit.map(({ amount }) => amount),
    refund.total.currency,
  );
}

const failed: ReadonlySet<string> = new Set(["FAILURE", "ERROR"]);

export function refundLanded(refundGid: string): Landed {
  return { transactionGid: null, refundGid, accountGid: null, balance: null };
}

/** The credit's own transaction and the balance after it, for the record: its absence in a slow reading changes nothing. */
export async function whereItIs(
  admin: Admin,
  { leg, attempts, others }: LegRecord,
  request: { destination: Destination; customerGid: string | null },
  landed: Landed,
): Promise<{ landed: Landed; observed: readonly CreditTransaction[] }> {
  if (request.destination !== "store_credit" || !request.customerGid) return { landed, observed: [] };
  const since = (attempts[0]?.committedAt ?? leg.createdAt).getTime() - 300_000;
  const account = await readCreditAccount(admin, {
    customerId: request.customerGid,
    currency: leg.currency,
    since: new Date(since),
  });
  const [one, ...more] = account.transactions.filter(
    (each) =>
      each.kind === "credit" &&
      each.event === "ORDER_REFUND" &&
      each.orderId === leg.orderGid &&
      each.createdAt.getTime() >= since &&
      !others.transactions.has(each.id) &&
      equal(each.amount, amountOf(leg)),
  );
  const { accountId: accountGid, transactions: observed } = account;
  if (!one || more.length > 0)
    return { landed: { ...landed, accountGid, balance: account.balance }, observed };
  return { landed: { ...landed, transactionGid: one.id, accountGid, balance: one.balanceAfter }, observed };
}
