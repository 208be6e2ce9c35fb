import { countedTo, type ShopOverview } from "@kept/domain";
import Link from "next/link";
import { Amount } from "../../../ui/amount.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { byCurrency } from "../../../ui/by-currency.ts";
import { classes } from "../../../ui/classes.ts";
import { few } from "../../../ui/few.ts";
import { Cell, Head, Row, Table } from "../../../ui/table.tsx";
import { roleWords } from "../../../ui/team/role-words.ts";
import type { View } from "./arrange.ts";
import { healthWords } from "./health-words.ts";
import { SortHead } from "./sort-head.tsx";

/** One row a shop: how it stands, what waits there for a person, and its money this month and in all. */
export function ShopsTable({ shops, view }: { shops: readonly ShopOverview[]; view: View }) {
  return (
    <Table caption="All shops">
      <Head>
        <SortHead by="name" view={view}>
          Shop
        </SortHead>
        <SortHead by="health" view={view}>
          Connection
        </SortHead>
        <SortHead by="waiting" view={view} number>
          Waiting
        </SortHead>
        <SortHead by="failures" view={view} number className="@max-xl:pr-5 @max-md:pr-4">
          Failures
        </SortHead>
        <SortHead by="issued" view={view} number className="hidden @2xl:table-cell">
          Issued this month
        </SortHead>
        <SortHead by="unspent" view={view} number className="hidden @xl:table-cell">
          Unspent
        </SortHead>
      </Head>
      <tbody>
        {shops.map((shop) => (
          <ShopRow key={shop.handle} shop={shop} />
        ))}
      </tbody>
      {shops.length > 1 && <Together shops={shops} />}
    </Table>
  );
}

function ShopRow({ shop }: { shop: ShopOverview }) {
  const { handle, name, health, via, organization, role } = shop;
  const stands = healthWords[health];
  return (
    <Row>
      <Cell>
        <Link href={`/${handle}`} className="font-medium after:absolute after:inset-0">
          {name}
        </Link>
        <span className="hidden text-sm text-ink-2 @lg:block">
          {via === "grant" ? `Client, through ${organization}` : organization} · {roleWords[role].name}
        </span>
      </Cell>
      <Cell>
        <Link href={`/${handle}/settings/${stands.settings}`} className="relative z-10">
          <Badge tone={stands.tone}>{stands.text}</Badge>
        </Link>
      </Cell>
      <Count
        of={shop.waiting + shop.toIssue}
        href={`/${handle}/returns?view=${shop.waiting > 0 ? "requested" : "to_issue"}`}
      />
      <Count
        of={shop.inReview}
        href={`/${handle}/returns?view=in_review`}
        risky
        className="@max-xl:pr-5 @max-md:pr-4"
      />
      <Sums of={shop.issuedThisMonth} className="hidden @2xl:table-cell" />
      <Sums of={shop.unspent} className="hidden @xl:table-cell" />
    </Row>
  );
}

/** What all of them come to, one sum a currency. */
function Together({ shops }: { shops: readonly ShopOverview[] }) {
  const count = (of: (shop: ShopOverview) => number) => shops.reduce((sum, shop) => sum + of(shop), 0);
  return (
    <tfoot>
      <tr className="border-t border-line font-medium">
        <Cell>{shops.length} shops</Cell>
        <Cell />
        <Cell number>
          {few(
            count(({ waiting, toIssue }) => waiting + toIssue),
            countedTo,
          )}
        </Cell>
        <Cell number className="@max-xl:pr-5 @max-md:pr-4">
          {few(
            count(({ inReview }) => inReview),
            countedTo,
          )}
        </Cell>
        <Sums
          of={byCurrency(shops.flatMap(({ issuedThisMonth }) => issuedThisMonth))}
          className="hidden @2xl:table-cell"
          alike
        />
        <Sums
          of={byCurrency(shops.flatMap(({ unspent }) => unspent))}
          className="hidden @xl:table-cell"
          alike
        />
      </tr>
    </tfoot>
  );
}

interface SumsProps {
  of: ShopOverview["unspent"];
  className: string;
  /** None of the currencies is the shop's own: all are written alike. */
  alike?: boolean;
}

function Sums({ of, className, alike = false }: SumsProps) {
  return (
    <Cell number className={className}>
      {of.map((sum, index) => (
        <span key={sum.currency} className={classes("block", index > 0 && !alike && "text-sm text-ink-2")}>
          <Amount of={sum} className={sum.minor === 0n ? "text-ink-3" : ""} />
        </span>
      ))}
    </Cell>
  );
}

interface CountProps {
  of: number;
  href: string;
  risky?: boolean;
  className?: string;
}

function Count({ of, href, risky = false, className = "" }: CountProps) {
  return (
    <Cell number className={className}>
      {of === 0 ? (
        <span className="text-ink-3">0</span>
      ) : (
        <Link
          href={href}
          className={classes("relative z-10 underline-offset-4 hover:underline", risky && "text-risk-ink")}
        >
          {few(of, countedTo)}
        </Link>
      )}
    </Cell>
  );
}
