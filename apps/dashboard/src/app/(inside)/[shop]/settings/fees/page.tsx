import type { Metadata } from "next";
import { choicesOf } from "../rules/choices-of.ts";
import { RulesPage, rulesOf } from "../versions/rules-page.tsx";
import { FeesEditor } from "./fees-editor.tsx";
import { typedFees } from "./fees-form.ts";
import { previewOf } from "./preview.ts";

export const metadata: Metadata = { title: "Fees" };

export default async function Fees({ params }: { params: Promise<{ shop: string }> }) {
  const rules = await rulesOf((await params).shop);
  const { ctx, current, mayChange } = rules;
  return (
    <RulesPage rules={rules}>
      <FeesEditor
        shop={ctx.shop.handle}
        version={current.version}
        saved={typedFees(current.policy, ctx.shop.currency)}
        firstPreview={previewOf(ctx.shop, current.policy)}
        choices={choicesOf(ctx, current.policy)}
        mayChange={mayChange}
      />
    </RulesPage>
  );
}
