import type { ReturnDetail } from "@kept/domain";
import { whyNot } from "../../../../../server/words.ts";
import { written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { DecideForm } from "./decide-form.tsx";
import { IssueForm } from "./issue-form.tsx";

/** What a person can do now. The button names the act and the amount; one that rests says why beside it. */
export function Acts({ found, shop }: { found: ReturnDetail; shop: string }) {
  const amount = written(found.total);
  const verb = found.resolution === "store_credit" ? "issue" : "refund";
  const reasons = found.blockers.map(whyNot);
  const open = found.status === "requested" || found.creditState === "none";
  if (!open || found.status === "declined" || found.status === "cancelled") return null;
  return (
    <Card>
      <p className="text-sm text-ink-2">{resolutionWords[found.resolution]}</p>
      <p className="figures mt-0.5 text-2xl tracking-tight">{amount}</p>
      {found.bonus.minor > 0n && (
        <p className="figures text-sm text-ink-2">
          {written(found.base)} refund + <span className="text-accent-ink">{written(found.bonus)} bonus</span>
        </p>
      )}
      <div className="mt-4">
        {found.status === "requested" ? (
          <DecideForm
            shop={shop}
            number={found.number}
            amount={amount}
            verb={verb}
            canApprove={found.canApprove}
            canIssue={found.canIssue || (found.canApprove && reasons.length === 0)}
            reasons={reasons}
            lines={found.lines.map(({ id, quantity }) => ({ id, quantity }))}
          />
        ) : (
          <IssueForm
            shop={shop}
            number={found.number}
            amount={amount}
            verb={verb}
            canIssue={found.canIssue}
            reasons={reasons}
          />
        )}
      </div>
    </Card>
  );
}
