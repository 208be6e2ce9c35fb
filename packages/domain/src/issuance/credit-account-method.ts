import { equal, fromWire, type WireMoney } from "@kept/money";
import {
  type Admin,
  type CreditAccountNow,
  type CreditTransaction,
  creditAccount,
  readCreditAccount,
} from "@kept/shopify";
import { z } from "zod";
import { chainHolds } from "./chain.ts";
import { type AttemptRow, amountOf, type LegRow } from "./issuance.ts";
import type { Look, Method, Verdict } from "./method.ts";
import { bonusTagCarrier, possibleTags } from "./tag.ts";

/** The bonus: `storeCreditAccountCredit` on the customer. No key, no de-duplication: found again only by its tag. */
export const creditAccountMethod = (apiVersion: string): Method => {
  const carrierOf = (leg: LegRow) => bonusTagCarrier(apiVersion, leg.expiresOn);
  return {
    tag: (leg, attempt, salt) => carrierOf(leg).tag(leg.id, attempt, salt),

    async look(admin: Admin, leg: LegRow, attempts: readonly AttemptRow[]): Promise<Look> {
      const { customerGid } = bonusRequest(leg);
      const account = await readCreditAccount(admin, {
        customerId: customerGid,
        currency: leg.currency,
        ...since(attempts),
      });
      const newest = account.transactions[0];
      return {
        baseline: {
          newestId: newest?.id ?? null,
          newestAt: newest?.createdAt.toISOString() ?? null,
          balance: account.balance.minor.toString(),
        },
        verdict: verdictOn(leg, account, carrierOf(leg)),
      };
    },

    async send(admin, { leg, attempt, notAfter }) {
      const { customerGid } = bonusRequest(leg);
      const carried = carrierOf(leg).fields(attempt.tag);
      const answer = await creditAccount(
        admin,
        { customerId: customerGid, amount: amountOf(leg), ...carried },
        { notAfter },
      );
      if (answer.kind !== "done") return answer;
      const { transactionId, accountId, balanceAfter } = answer.value;
      const landed = {
        transactionGid: transactionId,
        refundGid: null,
        accountGid: accountId,
        balance: balanceAfter,
      };
      return { ...answer, value: landed };
    },
  };
};

/** What is frozen in a bonus leg's request. */
const requestSchema = z.strictObject({
  customerGid: z.string(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
});

export function bonusRequestOf(customerGid: string, amount: WireMoney) {
  return requestSchema.parse({ customerGid, amount });
}

function bonusRequest(leg: LegRow) {
  const request = requestSchema.parse(leg.request);
  if (!equal(fromWire(request.amount), amountOf(leg))) throw new Error("A leg's request and amount differ");
  return request;
}

/** Everything newer than the first attempt, less five minutes for clocks; before any attempt the newest page is enough. */
function since(attempts: readonly AttemptRow[]): { since?: Date } {
  const [first] = attempts;
  return first ? { since: new Date(first.committedAt.getTime() - 300_000) } : {};
}

function verdictOn(
  leg: LegRow,
  account: CreditAccountNow,
  carrier: ReturnType<typeof bonusTagCarrier>,
): Verdict {
  const tags = possibleTags(carrier, leg.id);
  const ours = account.transactions.filter(
    (each) => isCredit(each) && tags.some((tag) => carrier.carries(each, tag)),
  );
  const exact = ours.filter(
    (each) => equal(each.amount, amountOf(leg)) && each.event === "ADJUSTMENT" && !each.orderId,
  );
  if (ours.length > 1) return { kind: "ask", why: "two_transactions", freeze: true };
  const [one] = exact;
  if (one) {
    const landed = {
      transactionGid: one.id,
      refundGid: null,
      accountGid: account.accountId,
      balance: one.balanceAfter,
    };
    return { kind: "landed", landed, by: "tag" };
  }
  if (ours.length === 1) return { kind: "ask", why: "amount_differs", freeze: true };
  if (!account.customerExists) return { kind: "ask", why: "customer_gone", freeze: false };
  if (!account.complete) return { kind: "no_evidence", why: "incomplete_reading" };
  if (!chainHolds(account)) return { kind: "no_evidence", why: "balances_do_not_follow" };
  return { kind: "absent" };
}

function isCredit(transaction: CreditTransaction): boolean {
  return transaction.kind === "credit";
}
