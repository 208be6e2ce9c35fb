import type { ReachableShop } from "@kept/domain";
import Link from "next/link";
import { classes } from "../../../ui/classes.ts";
import { Cell, Head, HeadCell, Row, Table } from "../../../ui/table.tsx";

/** One row a shop: what waits there for a person. */
export function ShopsTable({ shops }: { shops: readonly ReachableShop[] }) {
  return (
    <Table caption="All shops">
      <Head>
        <HeadCell>Shop</HeadCell>
        <HeadCell className="hidden @lg:table-cell">You are</HeadCell>
        <HeadCell className="hidden @2xl:table-cell">Currency</HeadCell>
        <HeadCell number>To approve</HeadCell>
        <HeadCell number>To issue</HeadCell>
        <HeadCell number>In review</HeadCell>
      </Head>
      <tbody>
        {shops.map((shop) => (
          <Row key={shop.handle}>
            <Cell>
              <Link href={`/${shop.handle}`} className="font-medium after:absolute after:inset-0">
                {shop.name}
              </Link>
              <span className="block text-sm text-ink-2">
                {shop.via === "grant" ? `Client, through ${shop.organization}` : shop.organization}
              </span>
            </Cell>
            <Cell className="hidden text-ink-2 capitalize @lg:table-cell">{shop.role}</Cell>
            <Cell className="hidden text-ink-2 @2xl:table-cell">{shop.currency}</Cell>
            <Count of={shop.waiting} href={`/${shop.handle}/returns`} />
            <Count of={shop.toIssue} href={`/${shop.handle}/returns?view=to_issue`} />
            <Count of={shop.inReview} href={`/${shop.handle}/returns?view=in_review`} risky />
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Count({ of, href, risky = false }: { of: number; href: string; risky?: boolean }) {
  return (
    <Cell number>
      {of === 0 ? (
        <span className="text-ink-3">0</span>
      ) : (
        <Link
          href={href}
          className={classes("relative z-10 underline-offset-4 hover:underline", risky && "text-risk-ink")}
        >
          {of}
        </Link>
      )}
    </Cell>
  );
}
