import { readCustomer } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { shopFor } from "../../../../../server/context.ts";
import { Amount } from "../../../../../ui/amount.tsx";
import { Breadcrumb } from "../../../../../ui/breadcrumb.tsx";
import { buttonClasses } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { letterName } from "../../../../../ui/letter-name.ts";
import { PageHeader } from "../../../../../ui/page-header.tsx";
import { StatusBadge } from "../../../../../ui/return-status.tsx";
import { day, When } from "../../../../../ui/when.tsx";
import { CreditsTable } from "../../credits/credits-table.tsx";
import { AccountCard } from "./account-card.tsx";
import { letterState } from "./movement-words.ts";

interface Props {
  params: Promise<{ shop: string; number: string }>;
}

export const metadata: Metadata = { title: "Customer" };

export default async function Customer({ params }: Props) {
  const { shop, number } = await params;
  const ctx = await shopFor(shop);
  const found = await readCustomer(ctx, number);
  if (!found) notFound();
  const { timeZone } = ctx.shop;
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/${shop}/customers`, name: "Customers" }]} />}
        title={found.name}
        aside={<span className="text-ink-2">{found.email}</span>}
      >
        <a
          href={found.adminUrl}
          target="_blank"
          rel="noreferrer"
          className={buttonClasses({ size: "small" })}
        >
          In Shopify
          <OutIcon className="size-3.5 text-ink-3" />
        </a>
      </PageHeader>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-5">
          {found.accounts.map((account) => (
            <AccountCard
              key={account.currency}
              ctx={ctx}
              number={number}
              account={account}
              adminUrl={found.adminUrl}
            />
          ))}
          {found.credits.length > 0 && (
            <Card title="Credits" flush>
              <CreditsTable rows={found.credits} shop={shop} timeZone={timeZone} ofOne />
            </Card>
          )}
        </div>
        <div className="grid min-w-0 gap-5">
          <Card title="Returns" flush>
            <ul className="divide-y divide-line">
              {found.returns.map((each) => (
                <li
                  key={each.id}
                  className="relative flex items-center gap-3 px-4 py-3 hover:bg-hover/60 sm:px-5"
                >
                  <Link
                    href={`/${shop}/returns/${each.number}`}
                    prefetch={false}
                    className="figures font-medium after:absolute after:inset-0"
                  >
                    R-{each.number}
                  </Link>
                  <StatusBadge {...each} />
                  <span className="ml-auto text-right">
                    <Amount of={each.total} className="block" />
                    <span className="text-sm text-ink-2">{day(each.requestedAt, timeZone)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="E-mails" flush>
            {found.letters.length === 0 ? (
              <p className="px-4 py-4 text-sm text-ink-2 sm:px-5">Nothing was sent to this customer yet.</p>
            ) : (
              <ul className="divide-y divide-line">
                {found.letters.map((letter) => (
                  <li key={letter.id} className="flex items-baseline justify-between gap-4 px-4 py-3 sm:px-5">
                    <span className="min-w-0">
                      <span className="block truncate">{letter.subject ?? letterName(letter.template)}</span>
                      <span className="figures text-sm text-ink-2">
                        {letterName(letter.template)} ·{" "}
                        <span className="whitespace-nowrap">R-{letter.returnNumber}</span>
                      </span>
                    </span>
                    <span className="shrink-0 text-right text-sm text-ink-2">
                      <span className="block">{letterState(letter)}</span>
                      <When at={letter.at} timeZone={timeZone} />
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}
