import { unmetByLine, unmetByReturn } from "./meets.ts";
import type { Asked } from "./offers.ts";
import type { ApprovalRule, Policy } from "./policy.ts";

/** Approved at once, or held for a person; `rule` is the id of the rule that decided, or "otherwise". */
export interface Approval {
  readonly act: "approve" | "hold";
  readonly rule: string;
  readonly name: string;
}

/**
 * What happens to a request. The rule with the smallest priority that holds decides; of equals one that holds
 * the request back goes first. A rule that approves must hold for every line, one that holds back for any. Where no
 * rule speaks, the shop's standing answer does; a shop that gives credit at once approves what nothing holds back.
 */
export function approval(policy: Policy, asked: Asked): Approval {
  const rules = [...policy.approvalRules].sort(
    (a, b) => a.priority - b.priority || cautious(a) - cautious(b),
  );
  const decides = rules.find((rule) => holds(rule, asked));
  return decides
    ? { act: decides.act, rule: decides.id, name: decides.name }
    : { act: policy.trigger === "at_once" ? "approve" : policy.otherwise, rule: "otherwise", name: "" };
}

function holds({ when, act }: ApprovalRule, { facts, lines }: Asked): boolean {
  if (unmetByReturn(when, facts) !== null) return false;
  if (when.reasons === undefined && when.products === undefined) return true;
  const meets = (line: (typeof lines)[number]) => unmetByLine(when, line) === null;
  return act === "approve" ? lines.length > 0 && lines.every(meets) : lines.some(meets);
}

function cautious({ act }: ApprovalRule): number {
  return act === "hold" ? 0 : 1;
}
