import { readBatch } from "@kept/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { shopFor } from "../../../../../../server/context.ts";
import { Breadcrumb } from "../../../../../../ui/breadcrumb.tsx";
import { PageHeader } from "../../../../../../ui/page-header.tsx";
import { When } from "../../../../../../ui/when.tsx";
import { batchNow } from "../batch-now.ts";
import { BatchProgress } from "../batch-progress.tsx";

export const metadata: Metadata = { title: "Many at once" };

export default async function Batch({ params }: { params: Promise<{ shop: string; id: string }> }) {
  const { shop, id } = await params;
  const ctx = await shopFor(shop);
  const batch = await readBatch(ctx, id);
  if (!batch) notFound();
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/${shop}/returns`, name: "Returns" }]} />}
        title="Many at once"
      >
        <p className="text-sm text-ink-2">
          Started <When at={batch.createdAt} timeZone={ctx.shop.timeZone} />
        </p>
      </PageHeader>
      <BatchProgress shop={shop} first={batchNow(batch)} />
    </>
  );
}
