import type { ReturnStatusView } from "@kept/domain";
import type { Visit } from "../../../../server/visit.ts";

export interface Headline {
  readonly title: string;
  readonly body: readonly string[];
}

/** Where a return stands and what comes next, in one headline. Money that moved speaks before the parcel does. */
export function headline(visit: Pick<Visit, "say" | "amount" | "named">, view: ReturnStatusView): Headline {
  return ended(visit, view) ?? paid(visit, view) ?? underway(visit, view);
}

function ended({ say, named }: Pick<Visit, "say" | "named">, view: ReturnStatusView): Headline | null {
  if (view.status === "declined") {
    const reason = view.declineReason;
    const said = reason ? [say("status.declinedReason", { reason: named(reason) })] : [];
    return { title: say("status.declinedTitle"), body: [say("status.declinedBody"), ...said] };
  }
  if (view.status !== "cancelled") return null;
  return { title: say("status.cancelledTitle"), body: [say("status.cancelledBody")] };
}

function paid({ say, amount }: Pick<Visit, "say" | "amount">, view: ReturnStatusView): Headline | null {
  const { base, bonus, total } = view.quote.totals;
  const facts = { amount: amount(total), base: amount(base), bonus: amount(bonus) };
  if (view.resolution === "original_payment") {
    if (view.status !== "resolved" && view.creditState !== "issued") return null;
    return { title: say("status.refundedTitle"), body: [say("status.refundedBody", facts)] };
  }
  switch (view.creditState) {
    case "issued":
      return given({ say, amount }, view);
    case "issuing":
      return { title: say("status.issuingTitle"), body: [say("status.issuingBody")] };
    case "base_issued":
      return { title: say("status.issuingTitle"), body: [say("status.baseIssuedBody", facts)] };
    case "failed":
      if (view.credit) return given({ say, amount }, view);
      return { title: say("status.approvedTitle"), body: [say("status.reviewBody")] };
    case "review":
      return { title: say("status.approvedTitle"), body: [say("status.reviewBody")] };
    case "none":
      return null;
  }
}

/** The credit was given, or all of it that nobody called off; what became of it since speaks first. */
function given(
  { say, amount }: Pick<Visit, "say" | "amount">,
  { credit, quote }: ReturnStatusView,
): Headline {
  const arrived = credit?.given ?? quote.totals.total;
  const facts = { amount: amount(arrived) };
  if (credit?.taken) {
    const repaid = credit.repaid ? [say("status.refundedBody", { amount: amount(credit.repaid) })] : [];
    return {
      title: say("status.takenTitle", { amount: amount(credit.taken) }),
      body: [say("status.takenBody"), ...repaid],
    };
  }
  const spent = credit?.balance && credit.balance.minor < arrived.minor;
  const title = spent ? say("status.givenTitle", facts) : say("status.issuedTitle", facts);
  return { title, body: spent ? [] : [say("status.issuedBody")] };
}

function underway({ say }: Pick<Visit, "say">, view: ReturnStatusView): Headline {
  const whole = view.lines.every(({ accepted, quantity }) => accepted === null || accepted === quantity);
  const approved = (...body: string[]) => ({
    title: whole ? say("status.approvedTitle") : say("status.partTitle"),
    body: whole ? body : [say("status.partBody"), ...body],
  });
  switch (view.status) {
    case "in_transit":
      return approved(say("status.inTransitBody"));
    case "received":
    case "inspected":
      return approved(say("status.receivedBody"));
    case "approved":
    case "resolved":
      return approved(...nextOf({ say }, view));
    default:
      return { title: say("status.requestedTitle"), body: [say("status.requestedBody")] };
  }
}

/** What is to be done with the goods, and what comes then. */
function nextOf({ say }: Pick<Visit, "say">, { goods, resolution }: ReturnStatusView): string[] {
  const kept = goods === "kept" ? [say("status.keepItems")] : [];
  if (resolution === "original_payment") return [...kept, say("status.approvedOriginal")];
  return goods && goods !== "kept"
    ? [say("status.goods", { first: goods })]
    : [...kept, say("status.approvedCredit")];
}
