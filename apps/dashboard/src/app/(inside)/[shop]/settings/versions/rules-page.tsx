import { allowed, currentPolicy, policyHistory } from "@kept/domain";
import type { ReactNode } from "react";
import { shopFor } from "../../../../../server/context.ts";
import { Notice } from "../../../../../ui/notice.tsx";
import { History } from "./history.tsx";

/** The rules in force, and who looks at them. */
export async function rulesOf(handle: string) {
  const ctx = await shopFor(handle);
  const [current, history] = await Promise.all([currentPolicy(ctx), policyHistory(ctx)]);
  return { ctx, current, history, mayChange: allowed(ctx.role, "change_policy") };
}

type Rules = Awaited<ReturnType<typeof rulesOf>>;

/** A page about the rules: who may only look is told so, and below stands every version there was. */
export function RulesPage({ rules, children }: { rules: Rules; children: ReactNode }) {
  const { ctx, current, history, mayChange } = rules;
  return (
    <div className="grid gap-8">
      {!mayChange && (
        <Notice title="You can look, but not change">
          These settings decide about money. An owner or manager of the shop can change them.
        </Notice>
      )}
      {children}
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
