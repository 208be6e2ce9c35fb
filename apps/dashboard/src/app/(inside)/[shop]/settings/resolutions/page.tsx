import { allowed, creditOfferOf, currentPolicy, policyHistory } from "@kept/domain";
import type { Metadata } from "next";
import { shopFor } from "../../../../../server/context.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { History } from "./history.tsx";
import { OfferEditor } from "./offer-editor.tsx";
import { typedFrom } from "./offer-form.ts";
import { previewOf } from "./preview.ts";

export const metadata: Metadata = { title: "Resolutions" };

export default async function Resolutions({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await shopFor((await params).shop);
  const [current, history] = await Promise.all([currentPolicy(ctx), policyHistory(ctx)]);
  const offer = creditOfferOf(current.policy);
  const mayChange = allowed(ctx.role, "change_policy");
  return (
    <div className="grid gap-8">
      {!mayChange && (
        <Notice title="You can look, but not change">
          These settings decide about money. An owner or manager of the shop can change them.
        </Notice>
      )}
      <OfferEditor
        shop={ctx.shop.handle}
        currency={ctx.shop.currency}
        version={current.version}
        saved={typedFrom(offer, ctx.shop.currency)}
        firstPreview={previewOf(ctx.shop, current.policy, offer)}
        brandColor={ctx.shop.brand.color ?? null}
        mayChange={mayChange}
      />
      <History
        versions={history}
        shop={ctx.shop.handle}
        timeZone={ctx.shop.timeZone}
        current={current.version}
        mayChange={mayChange}
      />
    </div>
  );
}
