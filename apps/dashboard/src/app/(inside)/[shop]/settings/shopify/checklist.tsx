import type { Readiness, Shop } from "@kept/domain";
import type { ReactNode } from "react";
import { Badge } from "../../../../../ui/badge.tsx";
import { buttonClasses } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { CopyText } from "../../../../../ui/copy-text.tsx";
import { GrantButton } from "../../../../../ui/grant-button.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Scopes } from "./scopes.tsx";

/** What must be so in Shopify for credit to be issued and spent: each with its reason and its place. */
export function Checklist({ readiness, shop }: { readiness: Readiness; shop: Shop }) {
  const { links, accountsUrl } = readiness;
  const missing = readiness.scopes.filter(({ granted }) => !granted);
  return (
    <Card flush>
      <ol>
        <Check
          title="Permissions"
          good={missing.length === 0}
          words={missing.length === 0 ? "All granted" : `${missing.length} missing`}
          action={missing.length > 0 && <GrantButton shop={shop.handle} />}
        >
          Kept reads orders, writes returns, and issues store credit. While one is missing, nothing is issued,
          and nothing is lost.
          <Scopes scopes={readiness.scopes} />
        </Check>
        <Check
          title="Store credit switched on"
          good={readiness.storeCreditEnabled}
          words={readiness.storeCreditEnabled ? "On" : "Off"}
          action={<Out href={links.customerAccounts}>Customer accounts</Out>}
        >
          In Shopify, under Settings › Customer accounts › Store credit. While it is off, customers cannot
          spend credit at checkout.
        </Check>
        <Check
          title="Customer accounts"
          good={readiness.accountsVersion === "new"}
          words={readiness.accountsVersion === "new" ? "New accounts" : "Classic accounts"}
          action={<Out href={links.customerAccounts}>Customer accounts</Out>}
        >
          {readiness.accountsVersion === "new"
            ? "Customers see and spend their credit when they sign in here."
            : "Credit can only be spent in the new customer accounts. Customers sign in at this address to use it; the portal and the e-mails say so. Put it into your shop's menu."}
          {accountsUrl && <CopyText label="Where customers sign in" value={accountsUrl} />}
        </Check>
        <Check
          title="Staff permissions"
          words="For your team"
          action={<Out href={links.staffPermissions}>Users</Out>}
        >
          To see credit in Shopify your staff need <b>Store credit</b>; to change it by hand,{" "}
          <b>Edit store credit</b>. Issuing from Kept needs neither: your role here decides.
        </Check>
        {readiness.sender && <SenderCheck sender={readiness.sender} />}
        <Check
          title="Reports"
          words="In Shopify"
          action={
            <>
              <Out href={links.payments}>Payments</Out>
              <Out href={links.paymentsByType}>By type</Out>
            </>
          }
        >
          Spent credit appears in Shopify's Payments reports as the payment provider “Store credit”.
        </Check>
      </ol>
    </Card>
  );
}

function SenderCheck({ sender }: { sender: NonNullable<Readiness["sender"]> }) {
  const { domain, state } = sender;
  const good = state === "unknown" ? {} : { good: state === "verified" };
  const words = { verified: "Verified", not_verified: "Not verified", unknown: "Could not be asked" }[state];
  return (
    <Check title="Sender of e-mails" {...good} words={words} action={null}>
      E-mails to your customers come in your shop's name from <b>{domain}</b>.{" "}
      {state === "not_verified" &&
        "Until that domain is verified at Resend they are not delivered; whoever runs this installation can do it. Each is tried again for about ten hours."}
    </Check>
  );
}

interface CheckProps {
  title: string;
  /** Left out where there is nothing to check. */
  good?: boolean;
  words: string;
  action: ReactNode;
  children: ReactNode;
}

function Check({ title, good, words, action, children }: CheckProps) {
  const tone = good === undefined ? "quiet" : good ? "good" : "person";
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-line px-4 py-4 last:border-0 sm:px-5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-2.5">
          <span className="font-medium">{title}</span>
          <Badge tone={tone} dot={good !== undefined}>
            {words}
          </Badge>
        </p>
        <div className="mt-1 max-w-prose text-sm text-ink-2">{children}</div>
      </div>
      <div className="flex gap-2">{action}</div>
    </li>
  );
}

function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClasses({ size: "small" })}>
      {children}
      <OutIcon className="size-3.5 text-ink-3" />
      <span className="sr-only"> in Shopify</span>
    </a>
  );
}
