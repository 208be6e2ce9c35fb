import { listCredits } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../server/context.ts";
import { ButtonLink, buttonClasses } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { OutIcon } from "../../../../ui/icons.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Pager } from "../../../../ui/pager.tsx";
import { CreditsTable } from "./credits-table.tsx";
import { Totals } from "./totals.tsx";

export const metadata: Metadata = { title: "Credits" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<{ after?: string }>;
}

export default async function Credits({ params, searchParams }: Props) {
  const { shop } = await params;
  const { after } = await searchParams;
  const ctx = await shopFor(shop);
  const page = await listCredits(ctx, { limit: 50, ...(after && { after }) });
  return (
    <>
      <PageHeader title="Credits">
        <Report href={`${ctx.shop.adminUrl}/analytics/reports/payments`}>Payments</Report>
        <Report href={`${ctx.shop.adminUrl}/analytics/reports/payments_by_type`}>Payments by type</Report>
      </PageHeader>
      {page.rows.length === 0 && !after ? (
        <Empty
          title="No credit has been issued yet"
          action={<ButtonLink href={`/${shop}/returns?view=to_issue`}>See what can be issued</ButtonLink>}
        >
          Every credit appears here with its refund, its bonus and where the money is.
        </Empty>
      ) : (
        <>
          <Totals totals={page.totals} />
          <CreditsTable rows={page.rows} shop={shop} timeZone={ctx.shop.timeZone} />
          <Pager
            first={after ? `/${shop}/credits` : null}
            next={page.next ? `/${shop}/credits?after=${page.next}` : null}
          />
        </>
      )}
    </>
  );
}

/** Shopify's own reports, where spent credit appears as a payment provider. */
function Report({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonClasses({ size: "small" })}>
      {children}
      <OutIcon className="size-3.5 text-ink-3" />
      <span className="sr-only"> in Shopify</span>
    </a>
  );
}
