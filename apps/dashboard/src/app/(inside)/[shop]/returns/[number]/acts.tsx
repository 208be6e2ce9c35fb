import type { ReturnDetail } from "@kept/domain";
import { whyNot } from "../../../../../server/words.ts";
import { Card } from "../../../../../ui/card.tsx";
import { GrantButton } from "../../../../../ui/grant-button.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { DecideForm } from "./decide-form.tsx";
import { DeclineAct } from "./decline-act.tsx";
import { IssueForm } from "./issue-form.tsx";
import { WorthWords } from "./worth.tsx";
import { worthOf } from "./worth-of.ts";

/** What a person can do now. The button names the act and the amount; one that rests says why beside it. */
export function Acts({ found, shop }: { found: ReturnDetail; shop: string }) {
  if (found.creditState !== "none" || ended.includes(found.status)) return null;
  const worth = worthOf(found.quote);
  const missing = found.blockers.some(({ code }) => code === "ScopesMissing");
  const resolution = resolutionWords[found.resolution];
  const reasons = found.blockers.map(whyNot);
  // A missing permission alone holds nobody up: pressing keeps the credit, and it goes out once granted.
  const waits = missing && found.blockers.length === 1 && found.status !== "requested" && !found.waitingSince;
  const common = {
    shop,
    number: found.number,
    verb: found.resolution === "store_credit" ? ("issue" as const) : ("refund" as const),
    reasons,
  };
  return (
    <Card>
      {found.status === "requested" ? (
        <DecideForm
          {...common}
          quoted={worth}
          resolution={resolution}
          canApprove={found.canApprove}
          canIssue={found.canApprove && reasons.length === 0}
        />
      ) : (
        <>
          <WorthWords worth={worth} resolution={resolution} />
          <IssueForm {...common} worth={worth} canIssue={found.canIssue || waits} />
        </>
      )}
      {missing && !found.waitingSince && <GrantButton shop={shop} className="mt-3" />}
      {found.canDecline && <DeclineAct shop={shop} number={found.number} status={found.status} />}
    </Card>
  );
}

const ended: readonly string[] = ["resolved", "declined", "cancelled"];
