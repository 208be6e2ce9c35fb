import { compare, equal, fromWire, negate, sum } from "@kept/money";
import {
  type Admin,
  type CreditAccountNow,
  type CreditTransaction,
  debitAccount,
  knowsNotes,
  readCreditAccount,
} from "@kept/shopify";
import { z } from "zod";
import { amountOf, type LegRow } from "./issuance.ts";
import type { LegRecord, Look, Method, Verdict } from "./method.ts";
import { landedAs, landedOn, lookOn, provesNothing } from "./on-account.ts";
import { noteTag } from "./tag.ts";

/**
 * Taking credit back: `storeCreditAccountDebit`. No key; and before 2027-01 nothing in a debit says whose it is, so then
 * only Shopify's direct answer confirms one. A movement like it is shown to a person, never taken for ours: staff who
 * correct the same account take the very same amounts.
 */
export const debitAccountMethod = (apiVersion: string): Method => ({
  tag: (leg, attempt) =>
    knowsNotes(apiVersion) ? noteTag(leg.id, attempt) : `untagged:${leg.id}:${attempt}`,

  async look(admin: Admin, record: LegRecord): Promise<Look> {
    const request = debitRequest(record.leg);
    const first = record.attempts[0]?.committedAt ?? record.leg.createdAt;
    const account = await readCreditAccount(admin, {
      customerId: request.customerGid,
      currency: record.leg.currency,
      since: new Date(Math.min(first.getTime(), Date.parse(request.oldestCredit)) - 300_000),
    });
    return lookOn(account, debitVerdict(record, account, admin.apiVersion));
  },

  async send(admin, { leg, attempt, notAfter }) {
    const { accountGid } = debitRequest(leg);
    const note = knowsNotes(apiVersion) ? { note: attempt.tag } : {};
    const answer = await debitAccount(
      admin,
      { accountId: accountGid, amount: amountOf(leg), ...note },
      { notAfter },
    );
    return answer.kind === "done" ? { ...answer, value: landedAs(answer.value) } : answer;
  },
});

const requestSchema = z.strictObject({
  customerGid: z.string(),
  accountGid: z.string(),
  amount: z.object({ amount: z.string(), currency: z.string() }),
  /** The credits it takes back: what is unspent of them must still be enough when it is sent. */
  credits: z.array(z.string()).min(1),
  /** When the oldest of them was given: readings go back that far. */
  oldestCredit: z.iso.datetime(),
});

/** What is frozen in the request of a leg that takes credit back. */
export type DebitRequest = z.output<typeof requestSchema>;

export function debitRequest(leg: Pick<LegRow, "request" | "amountMinor" | "currency">): DebitRequest {
  const request = requestSchema.parse(leg.request);
  if (!equal(fromWire(request.amount), amountOf(leg))) throw new Error("A leg's request and amount differ");
  return request;
}

/** What a reading of the account says about the leg. Pure, so that the simulation asks the very same question. */
export function debitVerdict(record: LegRecord, account: CreditAccountNow, apiVersion: string): Verdict {
  const { leg, attempts } = record;
  const noted = account.transactions.filter(
    (each) => each.kind === "debit" && each.note?.startsWith(`kept:${leg.id}:`),
  );
  if (noted.length > 1) return { kind: "ask", why: "two_transactions", freeze: true };
  const [ours] = noted;
  if (ours) {
    return isLike(leg, ours) ? landedOn(account, ours) : { kind: "ask", why: "amount_differs", freeze: true };
  }
  const nothing = provesNothing(account, attempts, apiVersion);
  if (nothing) return nothing;
  if (debitsLike(record, account).length > 0) return { kind: "ask", why: "untagged_probable", freeze: false };
  return leg.state === "ready" ? beforeTaking(leg, account) : { kind: "absent" };
}

/**
 * Debits that could be an attempt of this leg which carried no tag: its amount, by hand or by an app, since the first
 * such attempt, claimed by no other leg and not said by a person to be somebody else's.
 */
export function debitsLike({ leg, attempts, others }: LegRecord, account: CreditAccountNow): string[] {
  const doubtful = attempts.filter(
    ({ tag, outcome }) => tag.startsWith("untagged:") && !outcome?.startsWith("not_executed:"),
  );
  const [first] = doubtful;
  if (!first) return [];
  const since = first.committedAt.getTime() - clocksDiffer;
  return account.transactions.flatMap((each) =>
    isLike(leg, each) &&
    each.id !== null &&
    each.createdAt.getTime() >= since &&
    !others.transactions.has(each.id) &&
    !leg.disowned.includes(each.id)
      ? [each.id]
      : [],
  );
}

const clocksDiffer = 60_000;

function isLike(leg: LegRow, each: CreditTransaction): boolean {
  return (
    each.kind === "debit" &&
    each.event === "ADJUSTMENT" &&
    !each.orderId &&
    equal(each.amount, negate(amountOf(leg)))
  );
}

/** Is what is to be taken still unspent, of the very credits it is taken from? A reading without them is too old to say. */
function beforeTaking(leg: LegRow, account: CreditAccountNow): Verdict {
  const { credits } = debitRequest(leg);
  const left = account.transactions.flatMap((each) =>
    each.kind === "credit" && credits.includes(each.id) ? [each.remaining] : [],
  );
  if (left.length < credits.length) return { kind: "no_evidence", why: "credits_not_shown" };
  const amount = amountOf(leg);
  const there = compare(sum(left, leg.currency), amount) >= 0 && compare(account.balance, amount) >= 0;
  return there ? { kind: "absent" } : { kind: "ask", why: "spent_meanwhile", freeze: false };
}
