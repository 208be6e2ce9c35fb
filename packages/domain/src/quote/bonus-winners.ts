import type { BonusRule } from "../policy/bonus.ts";
import { type LineFacts, type ReturnFacts, unmetByLine, unmetByReturn } from "../policy/meets.ts";
import type { StoreCreditPolicy } from "../policy/policy.ts";
import type { Decision } from "./quote-types.ts";
import { type GoneWorth, goneWorths, type Worth } from "./worth.ts";

/** A rule, the lines it gives a bonus for, and the units that went before and fall under it as well. */
export interface Winner {
  readonly rule: Candidate;
  readonly lines: readonly Worth[];
  readonly gone: readonly GoneWorth[];
}

export type Candidate = Pick<BonusRule, "id" | "name" | "when" | "bonus">;

/** The id of the shop's standing bonus: what holds where no rule does. */
export const standing = "standing";

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
  const winners: Winner[] = [];
  const decisions: Decision[] = [];
  let free = lines;
  let freeGone: readonly GoneWorth[] = goneWorths(facts.order);
  for (const rule of candidates(credit)) {
    const unmet = unmetByReturn(rule.when, facts);
    const holds = (one: LineFacts) => unmet === null && unmetByLine(rule.when, one) === null;
    const won = free.filter((one) => holds(factsOf(one)));
    const gone = freeGone.filter(({ line }) =>
      holds({ product: line.product, reason: reasonOf(line.id, lines) }),
    );
    free = without(free, won);
    freeGone = without(freeGone, gone);
    if (won.length > 0) winners.push({ rule, lines: won, gone });
    decisions.push(won.length > 0 ? wonBy(rule, won) : { ...named(rule), ...whyNot() });

    function whyNot(): Pick<Decision, "outcome" | "lines" | "because"> {
      const taken = lines.find((one) => holds(factsOf(one)));
      const winner = taken && winners.find((other) => other.lines.includes(taken));
      if (winner) return { outcome: "lost", lines: [], because: winner.rule.id };
      return { outcome: "not_met", lines: [], because: unmet ?? unmetBySome(rule, lines) };
    }
  }
  return { winners, decisions };
}

function candidates(credit: StoreCreditPolicy): Candidate[] {
  const rules = [...credit.bonusRules].sort((a, b) => a.priority - b.priority);
  return [...rules, { id: standing, name: "", when: {}, bonus: credit.bonus }];
}

function wonBy(rule: Candidate, won: readonly Worth[]): Decision {
  return { ...named(rule), outcome: "won", lines: won.map(({ line }) => line.id), because: "" };
}

function named({ id, name }: Candidate): Pick<Decision, "rule" | "name"> {
  return { rule: id, name };
}

function factsOf({ line, reason }: Worth): LineFacts {
  return { product: line.product, reason };
}

/** Why earlier units went is not known; those of a line that comes back again are taken to go for the same reason. */
function reasonOf(lineItemId: string, lines: readonly Worth[]): string | null {
  return lines.find(({ line }) => line.id === lineItemId)?.reason ?? null;
}

function unmetBySome(rule: Candidate, lines: readonly Worth[]): string {
  for (const one of lines) {
    const unmet = unmetByLine(rule.when, factsOf(one));
    if (unmet) return unmet;
  }
  return "";
}

function without<T>(all: readonly T[], taken: readonly T[]): readonly T[] {
  if (taken.length === all.length) return [];
  return taken.length === 0 ? all : all.filter((one) => !taken.includes(one));
}
