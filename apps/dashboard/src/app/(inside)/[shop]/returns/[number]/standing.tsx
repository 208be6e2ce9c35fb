import { allowed, type ReturnDetail, type Role, type Shop } from "@kept/domain";
import Link from "next/link";
import { written } from "../../../../../ui/amount.tsx";
import { ButtonLink } from "../../../../../ui/button.tsx";
import { GrantButton } from "../../../../../ui/grant-button.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { When } from "../../../../../ui/when.tsx";
import { AttentionNotice } from "./attention-notice.tsx";
import { DiffersNotice } from "./differs-notice.tsx";
import { IssuedNotice } from "./issued-notice.tsx";
import { IssuingWatch } from "./issuing-watch.tsx";

/** The one thing that is most so about this return right now. */
export function Standing({ found, shop, role }: { found: ReturnDetail; shop: Shop; role: Role }) {
  const credit = found.resolution === "store_credit";
  const moving = found.creditState === "issuing" || found.creditState === "base_issued";
  const missing = found.blockers.some(({ code }) => code === "ScopesMissing");
  const correcting = found.credit?.legs.find(
    ({ kind, state }) => (kind === "reversal" || kind === "repayment") && under.includes(state),
  );
  return (
    <>
      {found.attention && (
        <AttentionNotice
          attention={found.attention}
          shop={shop.handle}
          number={found.number}
          orderUrl={found.orderUrl}
          mayDecide={allowed(role, "decide")}
        />
      )}
      {correcting && (
        <IssuingWatch
          title={`${correcting.kind === "reversal" ? "Taking back" : "Refunding"} ${written(correcting.amount)}`}
          detail="It was committed once. Pressing again, here or in another tab, cannot send it twice."
        />
      )}
      {moving && (
        <IssuingWatch
          title={
            credit ? `Issuing ${written(found.total)} of store credit` : `Refunding ${written(found.total)}`
          }
          detail={
            found.creditState === "base_issued"
              ? `${written(found.base)} is in the customer's account. The bonus of ${written(found.bonus)} follows.`
              : "It was committed once. Pressing again, here or in another tab, cannot send it twice."
          }
        />
      )}
      {found.waitingSince && !missing && (
        <IssuingWatch
          title={`${written(found.total)} goes out now`}
          detail="Shopify has granted the permission it waited for. Nobody has to press again."
        />
      )}
      {found.waitingSince && missing && (
        <Notice
          tone="person"
          title={`${written(found.total)} waits for a permission in Shopify`}
          action={<GrantButton shop={shop.handle} />}
        >
          It was issued <When at={found.waitingSince} timeZone={shop.timeZone} /> and is not lost: once the
          permission is granted it goes out by itself. Nobody has to press again.
        </Notice>
      )}
      {found.creditState === "issued" && <IssuedNotice found={found} />}
      {found.status === "declined" && (
        <Notice title="Declined: nothing is given for it">
          The customer was told why; the reason stands in the timeline. If it was a mistake, make a{" "}
          <Link
            href={`/${shop.handle}/returns/new`}
            className="underline decoration-line-strong underline-offset-4"
          >
            new return
          </Link>{" "}
          of order {found.orderName} for them.
        </Notice>
      )}
      {found.creditState === "failed" && (
        <Notice tone="person" title="Not all of this was paid">
          {
            "Somebody looked and called off what was not sent; what was paid stays paid. See “Where the money is”."
          }
        </Notice>
      )}
      {found.status === "requested" && <DiffersNotice found={found} />}
      {found.notReady && <NotReadyNotice found={found} shop={shop} why={found.notReady} />}
    </>
  );
}

const under: readonly string[] = ["ready", "sending", "unknown"];

const notReady = {
  store_credit_off: {
    title: "Store credit is switched off in Shopify",
    text: "The customer could not spend it.",
  },
  no_accounts: {
    title: "Customers have nowhere to sign in to spend it",
    text: "The shop has classic customer accounts, and credit is spent in the new ones.",
  },
  head_room: {
    title: "The customer's account has no room for it",
    text: "With this credit it would hold more than Shopify allows.",
  },
} as const;

/** Why the credit would not work, what to do about it, and what works instead. */
function NotReadyNotice({
  found,
  shop,
  why,
}: {
  found: ReturnDetail;
  shop: Shop;
  why: keyof typeof notReady;
}) {
  const { title, text } = notReady[why];
  return (
    <Notice
      tone="person"
      title={title}
      action={
        <ButtonLink href={`/${shop.handle}/settings/shopify`} size="small">
          Show me where
        </ButtonLink>
      }
    >
      {text} The portal offers the original payment instead; here you may override the resolution to it. The
      credit of {written(found.total)} can still be issued and waits in the account until it can be spent.
    </Notice>
  );
}
