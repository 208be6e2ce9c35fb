import type { CustomerAccount, ShopContext } from "@kept/domain";
import { liveAccounts } from "@kept/domain";
import Link from "next/link";
import { Suspense } from "react";
import { Amount, written } from "../../../../../ui/amount.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Empty } from "../../../../../ui/empty.tsx";
import { OutIcon } from "../../../../../ui/icons.tsx";
import { Quoted } from "../../../../../ui/quoted.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { day, moment } from "../../../../../ui/when.tsx";
import { sayMovement } from "./movement-words.ts";

interface Props {
  ctx: ShopContext;
  number: string;
  account: CustomerAccount;
  adminUrl: string;
}

/** One account: on record at once, and as Shopify has it now as soon as it answers. */
export function AccountCard(props: Props) {
  const { readAt } = props.account;
  const says = readAt ? `Balance on ${moment(readAt, props.ctx.shop.timeZone)}` : "Not read yet";
  return (
    <Suspense fallback={<Account {...props} says={says} />}>
      <LiveAccount {...props} says={says} />
    </Suspense>
  );
}

async function LiveAccount(props: Props & { says: string }) {
  const now = (await liveAccounts(props.ctx, props.number))?.get(props.account.currency);
  return now ? (
    <Account {...props} account={now} says="Balance now, as Shopify says" />
  ) : (
    <Account {...props} />
  );
}

/** The balance, and every movement that made it as Shopify recorded it. */
function Account({ ctx, account, adminUrl, says }: Props & { says: string }) {
  const { currency, lastDigits, balance, movements } = account;
  return (
    <Card
      title={`Store credit, ${currency}`}
      aside={
        lastDigits && (
          <a
            href={adminUrl}
            target="_blank"
            rel="noreferrer"
            className="figures inline-flex items-center gap-1.5 hover:text-ink"
          >
            <span>
              <span className="tracking-widest">··</span>
              {lastDigits}
            </span>
            <OutIcon className="size-3.5 text-ink-3" />
            <span className="sr-only"> in Shopify admin</span>
          </a>
        )
      }
      flush
    >
      <div className="px-4 py-4 sm:px-5">
        <p className="figures text-2xl tracking-tight">{balance ? written(balance) : "—"}</p>
        <p className="mt-0.5 text-sm text-ink-2">{says}</p>
      </div>
      {movements.length === 0 ? (
        <Empty title="No movement is mirrored yet">
          They appear as soon as this account was compared with Shopify.
        </Empty>
      ) : (
        <Movements account={account} shop={ctx.shop.handle} timeZone={ctx.shop.timeZone} />
      )}
    </Card>
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
          <HeadCell className="hidden @lg:table-cell">When</HeadCell>
          <HeadCell className="@max-lg:pl-5 @max-md:pl-4">What</HeadCell>
          <HeadCell className="hidden @2xl:table-cell">By</HeadCell>
          <HeadCell number className="@max-lg:pr-5 @max-md:pr-4">
            Credit
          </HeadCell>
          <HeadCell number className="hidden @lg:table-cell">
            Balance
          </HeadCell>
        </Head>
        <tbody>
          {account.movements.map((each) => {
            const { text, by } = sayMovement(each);
            return (
              <Row key={each.id}>
                <Cell className="figures hidden text-sm whitespace-nowrap text-ink-2 @lg:table-cell">
                  <time dateTime={each.happenedAt.toISOString()} title={moment(each.happenedAt, timeZone)}>
                    {day(each.happenedAt, timeZone)}
                  </time>
                </Cell>
                <Cell className="@max-lg:pl-5 @max-md:pl-4">
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
                  {each.note && !each.note.startsWith("kept:") && <Quoted>{each.note}</Quoted>}
                  <span className="block text-sm text-ink-2 @2xl:hidden">
                    {by}
                    <span className="@lg:hidden"> · {day(each.happenedAt, timeZone)}</span>
                  </span>
                </Cell>
                <Cell className="hidden text-ink-2 @2xl:table-cell">{by}</Cell>
                <Cell number className="@max-lg:pr-5 @max-md:pr-4">
                  <Amount of={each.amount} />
                  <span className="block text-sm text-ink-2 @lg:hidden">
                    <span className="sr-only">Balance then </span>
                    <Amount of={each.balanceAfter} />
                  </span>
                </Cell>
                <Cell number className="hidden text-ink-2 @lg:table-cell">
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
