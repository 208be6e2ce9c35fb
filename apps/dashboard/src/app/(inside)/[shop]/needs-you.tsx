import { countedTo, type HomeFigures } from "@kept/domain";
import Link from "next/link";
import { Card } from "../../../ui/card.tsx";
import { classes } from "../../../ui/classes.ts";
import { few } from "../../../ui/few.ts";
import { CheckIcon } from "../../../ui/icons.tsx";

interface Need {
  readonly text: string;
  readonly href: string;
  readonly act: string;
  readonly risky?: boolean;
}

/** The short list of what only a person can decide; when there is nothing, it says so. */
export function NeedsYou({ needs, shop }: { needs: HomeFigures["needsYou"]; shop: string }) {
  const list = listOf(needs, shop);
  return (
    <Card title="Needs you" flush>
      {list.length === 0 ? (
        <p className="flex items-center gap-2.5 px-4 py-4 text-ink-2 sm:px-5">
          <CheckIcon className="text-accent-ink" />
          Nothing needs you. New requests appear here.
        </p>
      ) : (
        <ul>
          {list.map((need) => (
            <li key={need.text} className="border-b border-line last:border-0">
              <Link href={need.href} className="flex items-center gap-3 px-4 py-3 hover:bg-hover/60 sm:px-5">
                <span
                  aria-hidden="true"
                  className={classes("size-2 shrink-0 rounded-full", need.risky ? "bg-risk" : "bg-person")}
                />
                <span className="flex-1">{need.text}</span>
                <span className="text-sm text-ink-2">
                  {need.act} <span aria-hidden="true">→</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function listOf(needs: HomeFigures["needsYou"], shop: string): Need[] {
  const {
    toApprove,
    toIssue,
    inReview,
    unanswered,
    connected,
    paused,
    scopesMissing,
    waiting,
    differences,
    storeCreditOff,
    alerts,
  } = needs;
  const returns = (view: string) => `/${shop}/returns?view=${view}`;
  const settings = `/${shop}/settings/shopify`;
  return [
    !connected && {
      text: "Kept is not installed in this shop any more; nothing is issued until it is connected again",
      href: settings,
      act: "Connect",
      risky: true,
    },
    paused && {
      text: "Issuing is paused; what waits is paid once somebody resumes it",
      href: `/${shop}/settings/limits`,
      act: "See why",
      risky: true,
    },
    inReview > 0 && {
      text: `${some(inReview, "payment needs", "payments need")} a second look`,
      href: returns("in_review"),
      act: "Review",
      risky: true,
    },
    scopesMissing.length > 0 && {
      text:
        waiting > 0
          ? `Shopify has not granted every permission; ${some(waiting, "credit waits", "credits wait").toLowerCase()} for it`
          : "Shopify has not granted every permission; credits wait until it does",
      href: settings,
      act: "Grant",
      risky: true,
    },
    ...alerts.map(({ says, about }) => ({
      text: says,
      href: about === "audit_log" ? `/${shop}/settings/audit` : `/${shop}/credits`,
      act: "Look",
      risky: true,
    })),
    differences > 0 && {
      text: `${some(differences, "difference", "differences")} between Kept and Shopify`,
      href: `/${shop}/credits/reconciliation`,
      act: "Look",
      risky: true,
    },
    storeCreditOff && {
      text: "Store credit is switched off in Shopify, so customers cannot spend theirs",
      href: settings,
      act: "Show me where",
    },
    unanswered.number !== null && {
      text: `${some(unanswered.count, "customer wrote and waits", "customers wrote and wait")} for an answer`,
      href: `/${shop}/returns/${unanswered.number}#messages`,
      act: "Answer",
    },
    toApprove > 0 && {
      text: `${some(toApprove, "request waits", "requests wait")} for your decision`,
      href: returns("requested"),
      act: "Decide",
    },
    toIssue > 0 && {
      text: `${some(toIssue, "approved return is", "approved returns are")} not issued yet`,
      href: returns("to_issue"),
      act: "Issue",
    },
  ].filter((need) => need !== false);
}

function some(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${few(count, countedTo)} ${many}`;
}
