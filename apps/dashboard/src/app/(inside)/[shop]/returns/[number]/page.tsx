import { allowed, nextRequest, readReturn } from "@kept/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { shopFor } from "../../../../../server/context.ts";
import { Breadcrumb } from "../../../../../ui/breadcrumb.tsx";
import { ButtonLink } from "../../../../../ui/button.tsx";
import { PageHeader } from "../../../../../ui/page-header.tsx";
import { StatusBadge } from "../../../../../ui/return-status.tsx";
import { When } from "../../../../../ui/when.tsx";
import { Acts } from "./acts.tsx";
import { CreditCard } from "./credit-card.tsx";
import { CustomerCard } from "./customer-card.tsx";
import { DecisionsProvider } from "./decisions.tsx";
import { GoodsCard } from "./goods-card.tsx";
import { ItemsCard } from "./items-card.tsx";
import { Legs } from "./legs.tsx";
import { MessagesCard } from "./messages-card.tsx";
import { NoteForm } from "./note-form.tsx";
import { OthersCard } from "./others-card.tsx";
import { OverrideForm } from "./override-form.tsx";
import { QuoteCard } from "./quote-card.tsx";
import { ReversalCard } from "./reversal/reversal-card.tsx";
import { ReviewPanel } from "./review-panel.tsx";
import { Standing } from "./standing.tsx";
import { Timeline } from "./timeline.tsx";

interface Props {
  params: Promise<{ shop: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `R-${(await params).number}` };
}

export default async function ReturnPage({ params }: Props) {
  const { shop, number } = await params;
  const ctx = await shopFor(shop);
  const found = /^\d{1,9}$/.test(number) ? await readReturn(ctx, Number(number)) : null;
  if (!found) notFound();
  const { timeZone } = ctx.shop;
  const mayDecide = allowed(ctx.role, "decide");
  const next = mayDecide ? await nextRequest(ctx, found.number) : null;
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/${shop}/returns`, name: "Returns" }]} />}
        title={<span className="figures">R-{found.number}</span>}
        aside={<StatusBadge {...found} />}
      >
        <p className="text-sm text-ink-2">
          Requested <When at={found.requestedAt} timeZone={timeZone} />
        </p>
        {next !== null && (
          <ButtonLink href={`/${shop}/returns/${next}`} size="small" rel="next" className="ml-2">
            Next request <span className="sr-only">{`R-${next}`}</span>
            <span aria-hidden="true">→</span>
          </ButtonLink>
        )}
      </PageHeader>
      <DecisionsProvider>
        {/* What is most so stands above everything, and on a phone above what can be done. */}
        <div className="grid items-start gap-x-5 *:mb-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_auto_1fr]">
          <div className="grid min-w-0 gap-5 empty:hidden lg:col-span-2 lg:row-start-1">
            <Standing found={found} shop={ctx.shop} role={ctx.role} />
            <ReviewPanel found={found} shop={shop} />
          </div>
          <div className="grid min-w-0 gap-5 empty:hidden lg:col-start-2 lg:row-start-2">
            <Acts found={found} shop={shop} />
            <CreditCard ctx={ctx} found={found} />
            <ReversalCard ctx={ctx} found={found} />
          </div>
          <div className="grid min-w-0 gap-5 lg:col-start-1 lg:row-span-2 lg:row-start-2">
            <ItemsCard found={found} shop={shop} undecided={found.canApprove} />
            <GoodsCard ctx={ctx} found={found} />
            <QuoteCard found={found} timeZone={timeZone} />
            <Legs found={found} timeZone={timeZone} />
            <Timeline
              events={found.events}
              letters={found.letters}
              timeZone={timeZone}
              currency={found.total.currency}
            >
              {allowed(ctx.role, "note") && <NoteForm shop={shop} number={found.number} />}
            </Timeline>
          </div>
          <div className="grid min-w-0 gap-5 lg:col-start-2 lg:row-start-3">
            <CustomerCard found={found} timeZone={timeZone} />
            <OthersCard found={found} shop={shop} timeZone={timeZone} />
            <MessagesCard
              ctx={ctx}
              number={found.number}
              customer={found.customerName}
              email={found.customerEmail}
            />
            {mayDecide && <OverrideForm key={found.resolution} found={found} shop={shop} />}
          </div>
        </div>
      </DecisionsProvider>
    </>
  );
}
