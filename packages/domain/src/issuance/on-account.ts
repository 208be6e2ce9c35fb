import { type CreditAccountNow, type CreditTransaction, knowsNotes } from "@kept/shopify";
import { chainHolds } from "./chain.ts";
import type { AttemptRow } from "./issuance.ts";
import type { Landed, Look, Verdict } from "./method.ts";

/** What giving and taking credit have in common: both move one account and are found again in its movements. */

/** A look at an account: what later movements are told from, and what was seen on the way. */
export function lookOn(account: CreditAccountNow, verdict: Verdict): Look {
  const [newest] = account.transactions;
  const baseline = {
    newestId: newest?.id ?? null,
    newestAt: newest?.createdAt.toISOString() ?? null,
    balance: account.balance.minor.toString(),
  };
  return { baseline, verdict, observed: account.transactions };
}

/** A leg's own movement in a reading of its account. */
export function landedOn({ accountId: accountGid }: CreditAccountNow, one: CreditTransaction): Verdict {
  const landed = { transactionGid: one.id, refundGid: null, accountGid, balance: one.balanceAfter };
  return { kind: "landed", landed, by: "tag" };
}

/** The same as the mutation itself answered it. */
export function landedAs(made: {
  readonly transactionId: string;
  readonly accountId: string;
  readonly balanceAfter: Landed["balance"];
}): Landed {
  const { transactionId: transactionGid, accountId: accountGid, balanceAfter: balance } = made;
  return { transactionGid, refundGid: null, accountGid, balance };
}

/** Why a reading that shows nothing of a leg does not prove that there is nothing; null when it does. */
export function provesNothing(
  account: CreditAccountNow,
  attempts: readonly Pick<AttemptRow, "tag">[],
  apiVersion: string,
): Verdict | null {
  if (!account.customerExists) return { kind: "ask", why: "customer_gone", freeze: false };
  if (!account.complete) return { kind: "no_evidence", why: "incomplete_reading" };
  if (!chainHolds(account)) return { kind: "no_evidence", why: "balances_do_not_follow" };
  // Sent with a note, read by a version that does not show notes: not seeing it means nothing.
  if (attempts.some(({ tag }) => tag.startsWith("kept:")) && !knowsNotes(apiVersion))
    return { kind: "no_evidence", why: "tag_not_readable" };
  return null;
}
