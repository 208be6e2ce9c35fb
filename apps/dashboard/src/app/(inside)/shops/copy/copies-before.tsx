import type { SettingsCopy } from "@kept/domain";
import Link from "next/link";
import { Cell, Head, HeadCell, Row, Table } from "../../../../ui/table.tsx";
import { When } from "../../../../ui/when.tsx";
import { sectionWords } from "./asked.ts";

/** What one copied before, to look at and to take back. */
export function CopiesBefore({ copies }: { copies: readonly SettingsCopy[] }) {
  if (copies.length === 0) return null;
  return (
    <section aria-labelledby="before" className="grid gap-3">
      <h2 id="before" className="text-base">
        Your copies
      </h2>
      <Table caption="Your copies, newest first">
        <Head>
          <HeadCell>From</HeadCell>
          <HeadCell className="hidden @lg:table-cell">Parts</HeadCell>
          <HeadCell number>Shops</HeadCell>
          <HeadCell>When</HeadCell>
        </Head>
        <tbody>
          {copies.map((copy) => (
            <Row key={copy.id}>
              <Cell>
                <Link href={`/shops/copy/${copy.id}`} className="font-medium after:absolute after:inset-0">
                  {copy.source}
                </Link>
                {copy.undoneAt && <span className="block text-sm text-ink-2">Undone</span>}
              </Cell>
              <Cell className="hidden text-ink-2 @lg:table-cell">
                {copy.sections.map((section) => sectionWords[section].name).join(", ")}
              </Cell>
              <Cell number>{copy.results.length}</Cell>
              <Cell className="text-ink-2">
                <When at={copy.copiedAt} timeZone="UTC" />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
