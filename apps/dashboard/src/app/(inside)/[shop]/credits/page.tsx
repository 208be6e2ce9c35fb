import { allowed, creditCurrencies, listCredits } from "@kept/domain";
import type { Metadata } from "next";
import { Suspense } from "react";
import { shopFor } from "../../../../server/context.ts";
import { ButtonLink, buttonClasses } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Pager } from "../../../../ui/pager.tsx";
import { creditQuery, isNarrowed, readCreditAddress } from "./credit-address.ts";
import { CreditsTable } from "./credits-table.tsx";
import { CreditFilters } from "./filters.tsx";
import { Totals, TotalsComing } from "./totals.tsx";

export const metadata: Metadata = { title: "Credits" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Credits({ params, searchParams }: Props) {
  const { shop } = await params;
  const address = readCreditAddress(await searchParams);
  const ctx = await shopFor(shop);
  const [page, currencies] = await Promise.all([listCredits(ctx, address), creditCurrencies(ctx)]);
  const here = (query: string) => `/${shop}/credits${query}`;
  if (currencies.length === 0)
    return (
      <Empty
        title="No credit has been issued yet"
        action={<ButtonLink href={`/${shop}/returns?view=to_issue`}>See what can be issued</ButtonLink>}
      >
        Every credit appears here: what was refunded, the bonus, what was spent of it, and what is left.
      </Empty>
    );
  return (
    <>
      <CreditFilters key={creditQuery(address)} shop={shop} address={address} currencies={currencies} />
      {page.rows.length === 0 ? (
        <Empty title="No credit matches" action={<ButtonLink href={here("")}>Show all credits</ButtonLink>}>
          Try another state or a longer time. Days are counted in {ctx.shop.timeZone}.
        </Empty>
      ) : (
        <>
          <Suspense key={creditQuery(address)} fallback={<TotalsComing />}>
            <Totals ctx={ctx} filter={address} />
          </Suspense>
          <CreditsTable rows={page.rows} shop={shop} timeZone={ctx.shop.timeZone} />
          <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
            <div className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
              {allowed(ctx.role, "export") && (
                <a
                  download
                  href={`/${shop}/credits/export${creditQuery(address)}`}
                  className={buttonClasses({ size: "small" })}
                >
                  Download {isNarrowed(address) ? "these" : "all"} as CSV
                </a>
              )}
              Days in {ctx.shop.timeZone}
            </div>
            <Pager
              first={address.after ? here(creditQuery(address)) : null}
              next={page.next ? here(creditQuery(address, { after: page.next })) : null}
            />
          </div>
        </>
      )}
    </>
  );
}
