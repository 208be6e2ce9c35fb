import type { CustomerAccount, ShopContext } from "@kept/domain";
import { liveBalances } from "@kept/domain";
import type { Money } from "@kept/money";
import Link from "next/link";
import { Suspense } from "react";
import { Amount, written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Empty } from "../../../../../ui/empty.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { day, moment } from "../../../../../ui/when.tsx";
import { sayMovement } from "./movement-words.ts";

interface Props {
  ctx: ShopContext;
  number: string;
  account: CustomerAccount;
  adminUrl: string;
}

/** One account: the balance as Shopify says it now, and every movement as Shopify recorded it. */
export function AccountCard({ ctx, number, account, adminUrl }: Props) {
  const { timeZone } = ctx.shop;
  const onRecord = (
    <Balance
      of={account.balance}
      says={account.readAt ? `Balance on ${moment(account.readAt, timeZone)}` : "Not read yet"}
    />
  );
  return (
    <Card
      title={`Store credit, ${account.currency}`}
      aside={
        account.lastDigits && (
          <a
            href={adminUrl}
            target="_blank"
            rel="noreferrer"
            className="figures inline-flex items-center gap-1.5 hover:text-ink"
          >
            <span>
              <span className="tracking-widest">··</span>
              {account.lastDigits}
            </span>
            <OutIcon className="size-3.5 text-ink-3" />
            <span className="sr-only"> in Shopify admin</span>
          </a>
        )
      }
      flush
    >
      <div className="px-4 py-4 sm:px-5">
        <Suspense fallback={onRecord}>
          <LiveBalance ctx={ctx} number={number} currency={account.currency} onRecord={onRecord} />
        </Suspense>
      </div>
      {account.movements.length === 0 ? (
        <Empty title="No movement is mirrored yet">
          They appear as soon as this account was compared with Shopify.
        </Empty>
      ) : (
        <Movements account={account} shop={ctx.shop.handle} timeZone={timeZone} />
      )}
    </Card>
  );
}

async function LiveBalance(props: {
  ctx: ShopContext;
  number: string;
  currency: string;
  onRecord: React.ReactNode;
}) {
  const now = (await liveBalances(props.ctx, props.number))?.get(props.currency);
  return now ? <Balance of={now} says="Balance now, as Shopify says" /> : props.onRecord;
}

function Balance({ of, says }: { of: Money | null; says: string }) {
  return (
    <>
      <p className="figures text-2xl tracking-tight">{of ? written(of) : "—"}</p>
      <p className="mt-0.5 text-sm text-ink-2">{says}</p>
    </>
  );
}

function Movements({
  account,
  shop,
  timeZone,
}: {
  account: CustomerAccount;
  shop: string;
  timeZone: string;
}) {
  return (
    <div className="border-t border-line">
      <Table caption={`Timeline of the account in ${account.currency}`} framed={false}>
        <Head>
          <HeadCell>When</HeadCell>
          <HeadCell>What</HeadCell>
          <HeadCell className="hidden @2xl:table-cell">By</HeadCell>
          <HeadCell number>Credit</HeadCell>
          <HeadCell number>Balance</HeadCell>
        </Head>
        <tbody>
          {account.movements.map((each) => {
            const { text, by } = sayMovement(each);
            return (
              <Row key={each.id}>
                <Cell className="figures text-sm whitespace-nowrap text-ink-2">
                  <time dateTime={each.happenedAt.toISOString()} title={moment(each.happenedAt, timeZone)}>
                    {day(each.happenedAt, timeZone)}
                  </time>
                </Cell>
                <Cell>
                  {text}
                  {each.returnNumber !== null && (
                    <>
                      {" "}
                      <Link
                        href={`/${shop}/returns/${each.returnNumber}`}
                        prefetch={false}
                        className="figures underline decoration-line-strong underline-offset-4"
                      >
                        R-{each.returnNumber}
                      </Link>
                    </>
                  )}
                  {each.orderUrl && (
                    <a
                      href={each.orderUrl}
                      target="_blank"
                      rel="noreferrer"
                      className="ml-2 inline-flex items-center gap-1 text-sm text-ink-2 underline decoration-line-strong underline-offset-4"
                    >
                      order
                      <OutIcon className="size-3.5 text-ink-3" />
                    </a>
                  )}
                  {each.expiresAt && (
                    <span className="block text-sm text-ink-2">until {day(each.expiresAt, timeZone)}</span>
                  )}
                  {each.note && !each.note.startsWith("kept:") && (
                    <span className="block text-sm text-ink-2">“{each.note}”</span>
                  )}
                  <span className="block text-sm text-ink-2 @2xl:hidden">{by}</span>
                </Cell>
                <Cell className="hidden text-ink-2 @2xl:table-cell">{by}</Cell>
                <Cell number>
                  <Amount of={each.amount} />
                </Cell>
                <Cell number className="text-ink-2">
                  <Amount of={each.balanceAfter} />
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
