import { quoteDraft, readDraft } from "@kept/domain";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ComponentProps } from "react";
import { shopFor } from "../../../../../../server/context.ts";
import { sayTo } from "../../../../../../server/words.ts";
import { Breadcrumb } from "../../../../../../ui/breadcrumb.tsx";
import { ButtonLink } from "../../../../../../ui/button.tsx";
import { Card } from "../../../../../../ui/card.tsx";
import { Notice } from "../../../../../../ui/notice.tsx";
import { PageHeader } from "../../../../../../ui/page-header.tsx";
import { worthOf } from "../../[number]/worth-of.ts";
import { CreateForm } from "./create-form.tsx";
import { ItemsForm } from "./items-form.tsx";
import { whyItem, whyNotOffered } from "./why.ts";

export const metadata: Metadata = { title: "New return" };

interface Props {
  params: Promise<{ shop: string; draft: string }>;
}

/** Items first; then what each resolution would give for them, and the button that makes the return. */
export default async function DraftPage({ params }: Props) {
  const { shop, draft: key } = await params;
  const ctx = await shopFor(shop);
  const read = await readDraft(ctx, key);
  if (!read.ok && read.error.code === "DraftGone") notFound();
  const trail = [
    { href: `/${shop}/returns`, name: "Returns" },
    { href: `/${shop}/returns/new`, name: "New return" },
  ];
  if (!read.ok && read.error.code === "AlreadySent")
    return <SentPage shop={shop} orderName={read.error.orderName} trail={trail} />;
  if (!read.ok)
    return (
      <>
        <PageHeader above={<Breadcrumb trail={trail} />} title="New return" />
        <Notice tone="risk" title="The order cannot be read just now">
          {sayTo(read.error)}
        </Notice>
      </>
    );
  const { value: draft } = read;
  const quoted = draft.selection.length > 0 ? await quoteDraft(ctx, key) : null;
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={<span className="figures">Order {draft.orderName}</span>}
      />
      {draft.late && (
        <Notice tone="person" title="Shopify is not answering just now">
          This is the order as it was last seen. A return can be made all the same: it is compared with
          Shopify before it is approved.
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="What comes back?" flush>
          <ItemsForm
            shop={shop}
            draft={key}
            reasons={draft.reasons.map(({ code, label, noteRequired }) => ({ code, label, noteRequired }))}
            items={draft.items.map((item) => ({
              id: item.fulfillmentLineItemId ?? item.lineItemId,
              title: item.title,
              variant: item.variantTitle,
              imageUrl: item.imageUrl,
              most: item.returnable ? item.quantity : 0,
              why: item.why && whyItem(item.why),
              chosen: draft.selection.find(
                ({ fulfillmentLineItemId }) => fulfillmentLineItemId === item.fulfillmentLineItemId,
              ),
            }))}
          />
        </Card>
        <Card title="How is it given back?">
          {!quoted && <p className="text-ink-2">Choose what comes back first; the amounts appear here.</p>}
          {quoted && !quoted.ok && <Notice tone="person" title={sayTo(quoted.error)} />}
          {quoted?.ok && (
            <CreateForm
              key={quoted.value.offers.map(({ fingerprint }) => fingerprint).join()}
              shop={shop}
              draft={key}
              offers={quoted.value.offers.map(({ resolution, quote, fingerprint }) => ({
                resolution,
                fingerprint,
                worth: worthOf(quote),
              }))}
              notOffered={quoted.value.notOffered.map(whyNotOffered)}
            />
          )}
        </Card>
      </div>
    </>
  );
}

function SentPage({ shop, orderName, trail }: { shop: string; orderName: string; trail: Trail }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={<span className="figures">Order {orderName}</span>}
      />
      <Notice
        tone="good"
        title="This return was made already"
        action={
          <ButtonLink size="small" href={`/${shop}/returns?view=all&q=${encodeURIComponent(orderName)}`}>
            Show it
          </ButtonLink>
        }
      >
        It is made once, however often it is sent.
      </Notice>
    </>
  );
}

type Trail = ComponentProps<typeof Breadcrumb>["trail"];
