import { allocate, type Money, money, zero } from "@kept/money";
import { offersOriginalPayment } from "../policy/offers.ts";
import { bonusRows, type Counted, countedOn } from "./bonus.ts";
import { limitRows } from "./bonus-limits.ts";
import { bonusWinners, standing } from "./bonus-winners.ts";
import { lineFacts, returnFacts } from "./facts.ts";
import type { Decision, QuoteInput, Row } from "./quote-types.ts";
import { sumOfRows } from "./rows.ts";
import { sumOf, type Worth } from "./worth.ts";

/** The bonus of a quote: its rows, each line's share in the order of the lines, and how every rule came out. */
export interface BonusPart {
  readonly rows: readonly Row[];
  readonly shares: readonly Money[];
  readonly decisions: readonly Decision[];
}

/** The base a bonus stands on: the lines, and what each has of the base. */
export interface BaseParts {
  readonly list: readonly Worth[];
  readonly base: Money;
  readonly shares: readonly Money[];
}

/** Nothing but for store credit, on a base above zero, and where there was another choice. */
export function bonusPart(input: QuoteInput, { list, base, shares }: BaseParts): BonusPart {
  const { order, customer } = input;
  const { policy } = input.policy;
  const credit = policy.storeCredit;
  const none = { rows: [], shares: list.map(() => zero(order.currency)), decisions: [] };
  if (input.resolution !== "store_credit" || base.minor === 0n) return none;
  const facts = returnFacts(input, list);
  if (!credit.bonusWhenOnlyChoice && !offersOriginalPayment(policy, { facts, lines: lineFacts(list) })) {
    return { ...none, decisions: [onlyChoice] };
  }
  const { winners, decisions } = bonusWinners(credit, list, facts);
  const baseShares = new Map(list.map((one, index) => [one, shares[index]?.minor ?? 0n]));
  const ground = { order, customer, baseShares };
  const counted = limited(
    winners.map((winner) => countedOn(winner, ground)),
    order.refundable,
  );
  const given = counted.map((one) => ({ ...one, rows: bonusRows(one, ground) }));
  const rows = given.flatMap((one) => one.rows);
  const limits = limitRows(sumOfRows(rows), base, credit.limits, customer);
  return {
    rows: [...rows, ...limits.rows],
    shares: bonusShares(list, given, money(limits.minor, order.currency), shares),
    decisions,
  };
}

const onlyChoice: Decision = {
  rule: standing,
  name: "",
  outcome: "not_met",
  lines: [],
  because: "only_choice",
};

/** No more counts than can still be refunded: of an order refunded by hand before, only the rest earns a bonus. */
function limited(counted: readonly Counted[], refundable: Money): readonly Counted[] {
  if (sumOf(counted, ({ minor }) => minor) <= refundable.minor) return counted;
  const parts = allocate(
    refundable,
    counted.map(({ minor }) => minor),
  );
  return counted.map((one, index) => ({ ...one, minor: parts[index]?.minor ?? 0n }));
}

interface Given extends Counted {
  readonly rows: readonly Row[];
}

/** Each line gets its part of what its own rule gave; what no line brought in goes by the shares of the base. */
function bonusShares(
  list: readonly Worth[],
  given: readonly Given[],
  bonus: Money,
  shares: readonly Money[],
): Money[] {
  const [first] = given;
  const parts = first && given.length === 1 ? first.weights : new Map(given.flatMap(partsOf));
  const weights = list.map((one) => parts.get(one) ?? 0n);
  const worthless = weights.every((weight) => weight === 0n);
  return allocate(bonus, worthless ? shares.map(({ minor }) => minor) : weights);
}

/** Each line's part of its rule's bonus, a million times as fine as a minor unit, so that rules compare fairly. */
function partsOf({ rows, weights }: Given): [Worth, bigint][] {
  const whole = sumOf([...weights.values()], (weight) => weight);
  const fine = sumOfRows(rows) * 1_000_000n;
  return [...weights].map(([one, weight]) => [one, whole === 0n ? 0n : (fine * weight) / whole]);
}
