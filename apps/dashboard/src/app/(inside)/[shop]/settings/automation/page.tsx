import type { Metadata } from "next";
import { choicesOf } from "../rules/choices-of.ts";
import { RulesPage, rulesOf } from "../versions/rules-page.tsx";
import { AutomationEditor } from "./automation-editor.tsx";
import { typedAutomation } from "./automation-form.ts";

export const metadata: Metadata = { title: "Automation" };

export default async function Automation({ params }: { params: Promise<{ shop: string }> }) {
  const rules = await rulesOf((await params).shop);
  const { ctx, current, mayChange } = rules;
  return (
    <RulesPage rules={rules}>
      <AutomationEditor
        shop={ctx.shop.handle}
        version={current.version}
        saved={typedAutomation(current.policy, ctx.shop.currency)}
        choices={choicesOf(ctx, current.policy)}
        mayChange={mayChange}
      />
    </RulesPage>
  );
}
