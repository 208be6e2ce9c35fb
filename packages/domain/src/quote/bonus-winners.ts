import type { Bonus, BonusRule } from "../policy/bonus.ts";
import { type ReturnFacts, unmetByLine, unmetByReturn } from "../policy/meets.ts";
import type { StoreCreditPolicy } from "../policy/policy.ts";
import type { Decision } from "./quote-types.ts";
import type { Worth } from "./worth.ts";

/** A bonus and the lines it is given for. */
export interface Winner {
  readonly rule: string;
  readonly name: string;
  readonly bonus: Bonus;
  readonly lines: readonly Worth[];
}

/**
 * Gives every line to the rule that decides its bonus: the smallest priority among those whose conditions hold,
 * of equals the one that stands first, and the shop's standing bonus where no rule holds. Every rule's outcome
 * is recorded, so that a merchant can see why one lost.
 */
export function bonusWinners(
  credit: StoreCreditPolicy,
  lines: readonly Worth[],
  facts: ReturnFacts,
): { winners: Winner[]; decisions: Decision[] } {
  if (credit.bonusRules.length === 0) {
    return {
      winners: [{ ...standing(credit), lines }],
      decisions: [{ ...named(standing(credit)), outcome: "won", because: "" }],
    };
  }
  const candidates = [...[...credit.bonusRules].sort((a, b) => a.priority - b.priority), standing(credit)];
  const free = new Set(lines);
  const takenBy = new Map<Worth, string>();
  const winners: Winner[] = [];
  const decisions: Decision[] = [];
  for (const rule of candidates) {
    const unmet = unmetByReturn(rule.when, facts);
    const fits = unmet ? [] : lines.filter((one) => unmetByLine(rule.when, lineFacts(one)) === null);
    const won = fits.filter((one) => free.has(one));
    for (const one of won) {
      free.delete(one);
      takenBy.set(one, rule.id);
    }
    if (won.length > 0) winners.push({ rule: rule.id, name: rule.name, bonus: rule.bonus, lines: won });
    decisions.push({ ...named(rule), ...outcome() });

    function outcome(): Pick<Decision, "outcome" | "because"> {
      if (won.length > 0) return { outcome: "won", because: "" };
      const [first] = fits;
      if (first) return { outcome: "lost", because: takenBy.get(first) ?? "" };
      return { outcome: "not_met", because: unmet ?? lineCondition(rule, lines) };
    }
  }
  return { winners, decisions };
}

type Candidate = Pick<BonusRule, "id" | "name" | "when" | "bonus">;

function standing(credit: StoreCreditPolicy): Candidate & { readonly rule: string } {
  return { id: "standing", rule: "standing", name: "", when: {}, bonus: credit.bonus };
}

function named(rule: Candidate): Pick<Decision, "rule" | "name"> {
  return { rule: rule.id, name: rule.name };
}

function lineFacts({ line, reason }: Worth) {
  return { product: line.product, reason };
}

function lineCondition(rule: Candidate, lines: readonly Worth[]): string {
  const [first] = lines;
  return (first && unmetByLine(rule.when, lineFacts(first))) ?? "";
}
