import { allowed } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Breadcrumb } from "../../../../../ui/breadcrumb.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Notice } from "../../../../../ui/notice.tsx";
import { PageHeader } from "../../../../../ui/page-header.tsx";
import { OrderForm } from "./order-form.tsx";

export const metadata: Metadata = { title: "New return" };

/** A return on a customer's behalf begins like theirs: with the order. */
export default async function NewReturn({ params }: { params: Promise<{ shop: string }> }) {
  const { shop } = await params;
  const ctx = await shopFor(shop);
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/${shop}/returns`, name: "Returns" }]} />}
        title="New return"
      />
      <div className="max-w-xl">
        {allowed(ctx.role, "decide") ? (
          <Card title="Which order?">
            <OrderForm shop={shop} />
          </Card>
        ) : (
          <Notice tone="person" title="Your role does not include this">
            Ask an owner, a manager or an agent of the shop to make the return.
          </Notice>
        )}
      </div>
    </>
  );
}
