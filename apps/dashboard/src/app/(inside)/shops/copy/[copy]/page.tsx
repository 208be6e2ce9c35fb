import { readCopy } from "@kept/domain";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { member } from "../../../../../server/context.ts";
import { tools } from "../../../../../server/tools.ts";
import { Badge } from "../../../../../ui/badge.tsx";
import { Breadcrumb } from "../../../../../ui/breadcrumb.tsx";
import { ConfirmButton } from "../../../../../ui/confirm-button.tsx";
import { PageHeader } from "../../../../../ui/page-header.tsx";
import { Cell, Head, HeadCell, Row, Table } from "../../../../../ui/table.tsx";
import { moment } from "../../../../../ui/when.tsx";
import { undo } from "../actions.ts";
import { sectionWords } from "../asked.ts";
import { resultWords } from "../result-words.ts";

export const metadata: Metadata = { title: "Copied settings" };

/** What came of one copy, shop by shop, and the way back. */
export default async function Copied({ params }: { params: Promise<{ copy: string }> }) {
  const { userId } = await member();
  const copy = await readCopy(await tools(), { userId, copyId: (await params).copy });
  if (!copy) notFound();
  const open = copy.results.filter(({ state }) => state === "copied" || state === "not_undone");
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: "/shops", name: "All shops" },
              { href: "/shops/copy", name: "Copy settings" },
            ]}
          />
        }
        title={`Copied from ${copy.source}`}
      >
        {open.length > 0 && (
          <ConfirmButton
            label="Undo this copy"
            about=""
            title={open.length === 1 ? "Undo in one shop?" : `Undo in ${open.length} shops?`}
            confirm="Undo"
            busy="Undoing…"
            keep="Keep the copy"
            act={undo.bind(null, copy.id)}
          >
            What was there before comes back in every shop. Where somebody saved since, theirs stays.
          </ConfirmButton>
        )}
      </PageHeader>
      <p className="mb-4 text-ink-2">
        {copy.sections.map((section) => sectionWords[section].name).join(", ")} ·{" "}
        {moment(copy.copiedAt, "UTC")} UTC
        {copy.undoneAt && ` · undone ${moment(copy.undoneAt, "UTC")} UTC`}
      </p>
      <Table caption="What came of it in each shop">
        <Head>
          <HeadCell>Shop</HeadCell>
          <HeadCell>Result</HeadCell>
        </Head>
        <tbody>
          {copy.results.map((result) => {
            const { text, tone, about } = resultWords(result);
            return (
              <Row key={result.handle}>
                <Cell>
                  <Link
                    href={`/${result.handle}/settings/resolutions`}
                    className="font-medium after:absolute after:inset-0"
                  >
                    {result.name}
                  </Link>
                </Cell>
                <Cell>
                  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <Badge tone={tone}>{text}</Badge>
                    <span className="text-sm text-ink-2">{about}</span>
                  </span>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}
