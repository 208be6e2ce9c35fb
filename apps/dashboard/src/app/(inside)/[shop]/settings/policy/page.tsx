import type { Metadata } from "next";
import { choicesOf } from "../rules/choices-of.ts";
import { RulesPage, rulesOf } from "../versions/rules-page.tsx";
import { PolicyEditor } from "./policy-editor.tsx";
import { typedPolicy } from "./policy-form.ts";

export const metadata: Metadata = { title: "Policy and reasons" };

export default async function PolicyAndReasons({ params }: { params: Promise<{ shop: string }> }) {
  const rules = await rulesOf((await params).shop);
  const { ctx, current, mayChange } = rules;
  return (
    <RulesPage rules={rules}>
      <PolicyEditor
        shop={ctx.shop.handle}
        version={current.version}
        saved={typedPolicy(current.policy, ctx.shop.currency)}
        choices={choicesOf(ctx, current.policy)}
        mayChange={mayChange}
      />
    </RulesPage>
  );
}
