import { creditOfferOf } from "@kept/domain";
import type { Metadata } from "next";
import { RulesPage, rulesOf } from "../versions/rules-page.tsx";
import { OfferEditor } from "./offer-editor.tsx";
import { typedFrom } from "./offer-form.ts";
import { previewOf } from "./preview.ts";

export const metadata: Metadata = { title: "Resolutions" };

export default async function Resolutions({ params }: { params: Promise<{ shop: string }> }) {
  const rules = await rulesOf((await params).shop);
  const { ctx, current, mayChange } = rules;
  const offer = creditOfferOf(current.policy);
  return (
    <RulesPage rules={rules}>
      <OfferEditor
        shop={ctx.shop.handle}
        currency={ctx.shop.currency}
        version={current.version}
        saved={typedFrom(offer, ctx.shop.currency)}
        firstPreview={previewOf(ctx.shop, current.policy, offer)}
        brandColor={ctx.shop.brand.color ?? null}
        mayChange={mayChange}
      />
    </RulesPage>
  );
}
