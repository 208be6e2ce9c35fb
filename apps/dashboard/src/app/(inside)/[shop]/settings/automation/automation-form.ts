import type { Policy } from "@kept/domain";
import { bonusFrom, typedBonus } from "../rules/bonus-form.ts";
import { conditionsFrom, typedConditions } from "../rules/conditions-form.ts";
import { amountsFrom, basisPointsFrom, type Fields, percentText, wholeFrom } from "../rules/reading.ts";
import type { TypedRule } from "../rules/rule-list.tsx";
import type { TypedBonus } from "../rules/typed-bonus.ts";

type Amounts = Readonly<Record<string, string>>;

export interface TypedApprovalRule extends TypedRule {
  readonly act: "approve" | "hold";
}

export interface TypedBonusRule extends TypedRule, TypedBonus {}

export interface TypedAutomation {
  readonly otherwise: "approve" | "hold";
  readonly approvalRules: readonly TypedApprovalRule[];
  readonly trigger: Policy["trigger"];
  readonly keepItemReasons: readonly string[];
  readonly bonusRules: readonly TypedBonusRule[];
  readonly atLeast: Amounts;
  readonly shareOfBase: string;
  readonly perCustomer: Amounts;
  readonly customerDays: string;
  readonly perMonth: Amounts;
}

export type ReadPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly fields: Fields };

export function typedAutomation(policy: Policy, currency: string): TypedAutomation {
  const { limits, bonusRules } = policy.storeCredit;
  const rule = <T extends Policy["approvalRules"][number] | Policy["storeCredit"]["bonusRules"][number]>(
    of: T,
  ) => ({ id: of.id, name: of.name, when: typedConditions(of.when, currency) });
  return {
    otherwise: policy.otherwise,
    approvalRules: inSequence(policy.approvalRules).map((each) => ({ ...rule(each), act: each.act })),
    trigger: policy.trigger,
    keepItemReasons: policy.keepItemReasons,
    bonusRules: inSequence(bonusRules).map((each) => ({
      ...rule(each),
      ...typedBonus(each.bonus, currency),
    })),
    atLeast: { [currency]: "", ...limits.atLeast },
    shareOfBase: limits.shareOfBase === null ? "" : percentText(limits.shareOfBase),
    perCustomer: { [currency]: "", ...limits.perCustomer?.amounts },
    customerDays: String(limits.perCustomer?.days ?? 365),
    perMonth: { [currency]: "", ...limits.perMonth },
  };
}

/** The policy with what was typed in it; the sequence of the rules is their priority. */
export function readAutomation(typed: TypedAutomation, policy: Policy): ReadPolicy {
  const fields: Fields = {};
  const named = <T extends TypedRule>(list: "approvalRules" | "bonusRules", rule: T, index: number) => {
    const at = `${list}.${index}`;
    if (rule.name.trim() === "")
      fields[`${at}.name`] = "Give the rule a name; it is shown wherever it decides.";
    const when = conditionsFrom(rule.when, `${at}.when`, fields);
    return { id: rule.id, name: rule.name.trim(), priority: index + 1, when };
  };
  const perCustomer = amountsFrom("perCustomer", typed.perCustomer, fields);
  const days = { at: "customerDays", from: 1, to: 3650, of: "days" };
  const next: Policy = {
    ...policy,
    otherwise: typed.otherwise,
    trigger: typed.trigger,
    keepItemReasons: [...typed.keepItemReasons],
    approvalRules: typed.approvalRules.map((rule, index) => ({
      ...named("approvalRules", rule, index),
      act: rule.act,
    })),
    storeCredit: {
      ...policy.storeCredit,
      bonusRules: typed.bonusRules.map((rule, index) => ({
        ...named("bonusRules", rule, index),
        bonus: bonusFrom(rule, `bonusRules.${index}.`, fields),
      })),
      limits: {
        ...policy.storeCredit.limits,
        atLeast: amountsFrom("atLeast", typed.atLeast, fields),
        shareOfBase:
          typed.shareOfBase.trim() === "" ? null : basisPointsFrom(typed.shareOfBase, "shareOfBase", fields),
        perCustomer:
          Object.keys(perCustomer).length === 0
            ? null
            : { amounts: perCustomer, days: wholeFrom(typed.customerDays, days, fields) },
        perMonth: amountsFrom("perMonth", typed.perMonth, fields),
      },
    },
  };
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, policy: next };
}

function inSequence<T extends { readonly priority: number }>(rules: readonly T[]): T[] {
  return [...rules].sort((a, b) => a.priority - b.priority);
}
