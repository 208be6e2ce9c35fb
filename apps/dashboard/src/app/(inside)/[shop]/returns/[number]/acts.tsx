import type { ReturnDetail } from "@kept/domain";
import { whyNot } from "../../../../../server/words.ts";
import { Card } from "../../../../../ui/card.tsx";
import { GrantButton } from "../../../../../ui/grant-button.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { DecideForm } from "./decide-form.tsx";
import { IssueForm } from "./issue-form.tsx";
import { WorthWords, worthOf } from "./worth.tsx";

/** What a person can do now. The button names the act and the amount; one that rests says why beside it. */
export function Acts({ found, shop }: { found: ReturnDetail; shop: string }) {
  if (found.creditState !== "none" || ended.includes(found.status)) return null;
  const worth = worthOf(found.quote);
  const resolution = resolutionWords[found.resolution];
  const reasons = found.blockers.map(whyNot);
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
          <IssueForm {...common} amount={worth.total} canIssue={found.canIssue} />
        </>
      )}
      {found.blockers.some(({ code }) => code === "ScopesMissing") && (
        <GrantButton shop={shop} className="mt-3" />
      )}
    </Card>
  );
}

const ended: readonly string[] = ["resolved", "declined", "cancelled"];
