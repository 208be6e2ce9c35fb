import type { Bonus, Policy } from "@kept/domain";
import { conditionsFrom, typedConditions } from "../rules/conditions-form.ts";
import { amountsFrom, basisPointsFrom, type Fields, percentText, wholeFrom } from "../rules/reading.ts";
import type { TypedRule } from "../rules/rule-list.tsx";

type Amounts = Readonly<Record<string, string>>;

export interface TypedApprovalRule extends TypedRule {
  readonly act: "approve" | "hold";
}

export interface TypedBonusRule extends TypedRule {
  /** `kept`: a bonus of a kind this form does not edit; it stays as it is. */
  readonly kind: "none" | "percent" | "fixed" | "both" | "kept";
  readonly percent: string;
  readonly of: "items" | "items_with_tax" | "after_fees";
  readonly fixed: Amounts;
}

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
        bonus: bonusFrom(rule, `bonusRules.${index}`, policy, fields),
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

function typedBonus(bonus: Bonus, currency: string): Omit<TypedBonusRule, keyof TypedRule> {
  const rate = bonus.kind === "percent" || bonus.kind === "both" ? bonus : null;
  const fixed = bonus.kind === "fixed" || bonus.kind === "both" ? bonus.amounts : {};
  return {
    kind: bonus.kind === "tiers" ? "kept" : bonus.kind,
    percent: rate ? percentText(rate.basisPoints) : "",
    of: rate?.of ?? "items",
    fixed: { [currency]: "", ...fixed },
  };
}

function bonusFrom(rule: TypedBonusRule, at: string, policy: Policy, fields: Fields): Bonus {
  const before = policy.storeCredit.bonusRules.find(({ id }) => id === rule.id)?.bonus;
  const per = before && "per" in before ? before.per : "return";
  const basisPoints = () => basisPointsFrom(rule.percent, `${at}.percent`, fields);
  const amounts = () => {
    const read = amountsFrom(`${at}.fixed`, rule.fixed, fields);
    const wrong = Object.keys(fields).some((field) => field.startsWith(`${at}.fixed`));
    if (Object.keys(read).length === 0 && !wrong)
      fields[`${at}.fixed`] = "Type an amount, or choose “No bonus”.";
    return read;
  };
  switch (rule.kind) {
    case "none":
      return { kind: "none" };
    case "percent":
      return { kind: "percent", basisPoints: basisPoints(), of: rule.of };
    case "fixed":
      return { kind: "fixed", amounts: amounts(), per };
    case "both":
      return { kind: "both", basisPoints: basisPoints(), of: rule.of, amounts: amounts(), per };
    case "kept":
      return before ?? { kind: "none" };
  }
}
