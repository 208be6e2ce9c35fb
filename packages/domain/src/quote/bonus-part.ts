import { allocate, type Money, money } from "@kept/money";
import { offersOriginalPayment } from "../policy/offers.ts";
import { type WinnerBonus, winnerBonus } from "./bonus.ts";
import { limitRows } from "./bonus-limits.ts";
import { bonusWinners, standing } from "./bonus-winners.ts";
import { lineFacts, returnFacts } from "./facts.ts";
import type { Decision, QuoteInput, Row } from "./quote-types.ts";
import { sumOf, type Worth } from "./worth.ts";

/** The bonus of a quote: its rows, each line's share in the order of the lines, and how every rule came out. */
export interface BonusPart {
  readonly rows: readonly Row[];
  readonly shares: readonly Money[];
  readonly decisions: readonly Decision[];
}

/** The base a bonus stands on: the lines, what each has of the base, and whether it was cut to what is refundable. */
export interface BaseParts {
  readonly list: readonly Worth[];
  readonly base: Money;
  readonly shares: readonly Money[];
  readonly capped: boolean;
}

/** Nothing but for store credit, on a base above zero, and where there was another choice. */
export function bonusPart(input: QuoteInput, { list, base, shares, capped }: BaseParts): BonusPart {
  const { order, customer } = input;
  const none = { rows: [], shares: list.map(() => money(0n, order.currency)), decisions: [] };
  const credit = input.policy.policy.storeCredit;
  if (input.resolution !== "store_credit" || base.minor === 0n) return none;
  const facts = returnFacts(input, list);
  if (
    !credit.bonusWhenOnlyChoice &&
    !offersOriginalPayment(input.policy.policy, { facts, lines: lineFacts(list) })
  ) {
    return {
      ...none,
      decisions: [{ rule: standing, name: "", outcome: "not_met", lines: [], because: "only_choice" }],
    };
  }
  const { winners, decisions } = bonusWinners(credit, list, facts);
  const ground = {
    order,
    customer,
    baseShares: new Map(list.map((one, index) => [one, shares[index]?.minor ?? 0n])),
    capped,
  };
  const given = winners.map((winner) => winnerBonus(winner, ground));
  const limited = limitRows(
    sumOf(given, (one) => one.minor),
    base,
    credit.limits,
    customer,
  );
  return {
    rows: [...given.flatMap((one) => one.rows), ...limited.rows],
    shares: bonusShares(list, given, money(limited.minor, order.currency), shares),
    decisions,
  };
}

/** Each line gets its part of what its own rule gave; what no line brought in goes by the shares of the base. */
function bonusShares(
  list: readonly Worth[],
  given: readonly WinnerBonus[],
  bonus: Money,
  shares: readonly Money[],
): Money[] {
  const weights = list.map((one) => {
    const from = given.find(({ weights }) => weights.has(one));
    return from && from.minor > 0n ? weightIn(from, one) : 0n;
  });
  const worthless = weights.every((weight) => weight === 0n);
  return allocate(bonus, worthless ? shares.map(({ minor }) => minor) : weights);
}

/** A line's part of its rule's bonus, fine enough that rules of different rates compare fairly. */
function weightIn({ minor, weights }: WinnerBonus, one: Worth): bigint {
  const whole = sumOf([...weights.values()], (weight) => weight);
  return whole === 0n ? 0n : (minor * 1_000_000n * (weights.get(one) ?? 0n)) / whole;
}
