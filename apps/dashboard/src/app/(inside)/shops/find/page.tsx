import { searchShops } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { member } from "../../../../server/context.ts";
import { tools } from "../../../../server/tools.ts";
import { Amount } from "../../../../ui/amount.tsx";
import { Breadcrumb } from "../../../../ui/breadcrumb.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeader } from "../../../../ui/page-header.tsx";
import { SearchBox } from "../../../../ui/search-box.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";

export const metadata: Metadata = { title: "Find in all shops" };

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** Returns in every shop one reaches. */
export default async function FindInAll({ searchParams }: Props) {
  const { userId } = await member();
  const q = z
    .string()
    .max(100)
    .catch("")
    .parse((await searchParams).q);
  const found = await searchShops(await tools(), { userId, search: q, limit: 50 });
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: "/shops", name: "All shops" }]} />}
        title="Find in all shops"
      >
        <SearchBox
          action="/shops/find"
          placeholder="Return, order, e-mail"
          label="Search returns in all shops by number, order or e-mail"
          value={q}
          className="w-full sm:w-80"
        />
      </PageHeader>
      {found.length === 0 ? (
        <Empty title={q ? "Nothing found" : "What are you looking for?"}>
          {q
            ? `No return, order or customer in your shops is called “${q}”.`
            : "A return by its number, an order, or a customer by name or e-mail address."}
        </Empty>
      ) : (
        <Table caption={`Returns found for ${q}`}>
          <Head>
            <HeadCell>Return</HeadCell>
            <HeadCell>Shop</HeadCell>
            <HeadCell className="hidden @lg:table-cell">Customer</HeadCell>
            <HeadCell className="hidden @lg:table-cell">Order</HeadCell>
            <HeadCell number>Amount</HeadCell>
          </Head>
          <tbody>
            {found.map(({ shop, number, customerName, orderName, total }) => (
              <Row key={`${shop.handle} ${number}`}>
                <Cell>
                  <Link
                    href={`/${shop.handle}/returns/${number}`}
                    className="figures font-medium after:absolute after:inset-0"
                  >
                    R-{number}
                  </Link>
                </Cell>
                <Cell>{shop.name}</Cell>
                <Cell className="hidden @lg:table-cell">{customerName}</Cell>
                <Cell className="figures hidden @lg:table-cell">{orderName}</Cell>
                <Cell number>
                  <Amount of={total} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
