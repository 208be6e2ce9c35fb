import { allowed, readPortalAddress } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Card } from "../../../../../ui/card.tsx";
import { CopyText } from "../../../../../ui/copy-text.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { IdentityForm } from "./identity-form.tsx";
import { LinkForm } from "./link-form.tsx";
import { OwnDomainCard } from "./own-domain-card.tsx";

export const metadata: Metadata = { title: "Portal address" };

/** Where customers find the portal, and how they say who they are. */
export default async function PortalAddressSettings({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const address = await readPortalAddress(ctx);
  const mayChange = allowed(ctx.role, "change_policy");
  const { handle, portal, timeZone } = ctx.shop;
  return (
    <div className="grid gap-6">
      {!mayChange && (
        <Notice title="You can look, but not change">
          Where the portal is and what it asks for is decided by an owner or manager of the shop.
        </Notice>
      )}
      <Card title="Addresses">
        <p className="text-ink-2">Both lead to the same portal. Link either of them from your shop.</p>
        <CopyText label="the portal's address" value={address.path} />
        <CopyText label="the portal's sub-domain" value={address.subdomain} />
      </Card>
      <OwnDomainCard shop={handle} own={address.own} mayChange={mayChange} timeZone={timeZone} />
      <IdentityForm shop={handle} portal={portal} mayChange={mayChange} />
      <LinkForm shop={handle} />
    </div>
  );
}
