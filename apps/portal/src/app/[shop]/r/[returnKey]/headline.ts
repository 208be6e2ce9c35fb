import type { ReturnStatusView } from "@kept/domain";
import type { Visit } from "../../../../server/visit.ts";

export interface Headline {
  readonly title: string;
  readonly body: readonly string[];
}

/** Where a return stands and what comes next, in one headline. Money that moved speaks before the parcel does. */
export function headline(visit: Pick<Visit, "say" | "amount">, view: ReturnStatusView): Headline {
  return ended(visit, view) ?? paid(visit, view) ?? underway(visit, view);
}

function ended({ say }: Pick<Visit, "say">, view: ReturnStatusView): Headline | null {
  if (view.status === "declined") {
    const reason = view.declineReason;
    const said = reason ? [say("status.declinedReason", { reason })] : [];
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
      return { title: say("status.issuedTitle", facts), body: [say("status.issuedBody")] };
    case "issuing":
      return { title: say("status.issuingTitle"), body: [say("status.issuingBody")] };
    case "base_issued":
      return { title: say("status.issuingTitle"), body: [say("status.baseIssuedBody", facts)] };
    case "review":
    case "failed":
      return { title: say("status.approvedTitle"), body: [say("status.reviewBody")] };
    case "none":
      return null;
  }
}

function underway({ say }: Pick<Visit, "say">, view: ReturnStatusView): Headline {
  const next = say(view.resolution === "store_credit" ? "status.approvedCredit" : "status.approvedOriginal");
  switch (view.status) {
    case "in_transit":
      return { title: say("status.approvedTitle"), body: [say("status.inTransitBody")] };
    case "received":
    case "inspected":
      return { title: say("status.approvedTitle"), body: [say("status.receivedBody")] };
    case "approved":
    case "resolved":
      return { title: say("status.approvedTitle"), body: [next] };
    default:
      return { title: say("status.requestedTitle"), body: [say("status.requestedBody")] };
  }
}
