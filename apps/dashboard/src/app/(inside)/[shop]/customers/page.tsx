import { listCustomers } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { shopFor } from "../../../../server/context.ts";
import { written } from "../../../../ui/amount.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { Pager } from "../../../../ui/pager.tsx";
import { SearchBox } from "../../../../ui/search-box.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { When } from "../../../../ui/when.tsx";

export const metadata: Metadata = { title: "Customers" };

interface Props {
  params: Promise<{ shop: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Customers({ params, searchParams }: Props) {
  const { shop } = await params;
  const query = await searchParams;
  const one = (name: string) =>
    (typeof query[name] === "string" ? query[name].trim().slice(0, 100) : "") || undefined;
  const [search, after] = [one("q"), one("after")];
  const ctx = await shopFor(shop);
  const page = await listCustomers(ctx, { search, after });
  const here = (next?: string) => {
    const address = new URLSearchParams({ ...(search && { q: search }), ...(next && { after: next }) });
    return `/${shop}/customers?${address}`;
  };
  const now = new Date();
  return (
    <>
      <PageHeader title="Customers">
        <SearchBox
          action={`/${shop}/customers`}
          label="Search customers by name or e-mail"
          placeholder="Name or e-mail"
          value={search ?? ""}
          className="w-full sm:w-80"
        />
      </PageHeader>
      {page.rows.length === 0 ? (
        <Empty
          title={search ? `Nobody found for “${search}”` : "No customers yet"}
          action={search ? <ButtonLink href={`/${shop}/customers`}>Show all customers</ButtonLink> : null}
        >
          {search
            ? "Search by name, e-mail address or order number."
            : "Everybody who returns something appears here, with their store credit."}
        </Empty>
      ) : (
        <Table caption="Customers">
          <Head>
            <HeadCell>Customer</HeadCell>
            <HeadCell className="hidden @lg:table-cell">E-mail</HeadCell>
            <HeadCell number className="whitespace-nowrap @max-md:pr-4">
              Credit left
            </HeadCell>
            <HeadCell number className="hidden @md:table-cell">
              Last return
            </HeadCell>
          </Head>
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.id}>
                <Cell className="w-full max-w-0 @lg:w-auto @lg:max-w-52">
                  <Link
                    href={`/${shop}/customers/${row.number}`}
                    prefetch={false}
                    className="block truncate font-medium after:absolute after:inset-0"
                  >
                    {row.name}
                  </Link>
                  <span className="block truncate text-sm text-ink-2 @lg:hidden">{row.email}</span>
                </Cell>
                <Cell className="hidden max-w-64 truncate text-ink-2 @lg:table-cell">{row.email}</Cell>
                <Cell number className="whitespace-nowrap @max-md:pr-4">
                  {row.left.length === 0 && <span className="text-ink-3">—</span>}
                  {row.left.map((left) => (
                    <span key={left.currency} className="block">
                      {written(left)}
                    </span>
                  ))}
                </Cell>
                <Cell number className="hidden whitespace-nowrap @md:table-cell">
                  R-{row.lastReturn.number}
                  <span className="ml-3 text-ink-2">
                    <When at={row.lastReturn.at} timeZone={ctx.shop.timeZone} now={now} />
                  </span>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <Pager first={after ? here() : null} next={page.next ? here(page.next) : null} />
    </>
  );
}
