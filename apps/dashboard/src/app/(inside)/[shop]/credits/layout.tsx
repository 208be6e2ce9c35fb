import { countOpenDifferences } from "@kept/domain";
import type { ReactNode } from "react";
import { shopFor } from "../../../../server/context.ts";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Report } from "./report.tsx";
import { CreditTabs } from "./tabs.tsx";

interface Props {
  children: ReactNode;
  params: Promise<{ shop: string }>;
}

export default async function CreditsLayout({ children, params }: Props) {
  const { shop } = await params;
  const ctx = await shopFor(shop);
  return (
    <>
      <PageHeader title="Credits">
        <span aria-hidden="true" className="text-sm text-ink-2">
          In Shopify
        </span>
        <Report href={`${ctx.shop.adminUrl}/analytics/reports/payments`}>Payments</Report>
        <Report href={`${ctx.shop.adminUrl}/analytics/reports/payments_by_type`}>Payments by type</Report>
      </PageHeader>
      <CreditTabs shop={shop} open={await countOpenDifferences(ctx)} />
      {children}
    </>
  );
}
