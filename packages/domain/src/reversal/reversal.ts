import { type Money, max, min, money, share, subtract, sum, zero } from "@kept/money";
import type { CreditAccountNow } from "@kept/shopify";
import type { LegRow } from "../issuance/issuance.ts";
import { amountOf } from "../issuance/issuance.ts";
import type { QuoteLine } from "../quote/index.ts";

/** What became of one leg's credit, as Shopify says: the four parts make up what was given. */
export interface HeldCredit {
  readonly kind: "base" | "bonus";
  /** Shopify's transaction that gave it. */
  readonly transactionId: string;
  /** Transactions that doubled it and were taken out again. */
  readonly twins: readonly string[];
  readonly givenAt: Date;
  readonly given: Money;
  readonly unspent: Money;
  readonly spent: Money;
  readonly expired: Money;
  readonly takenBack: Money;
}

/** Part of a credit, told apart by what it was given for. */
export interface Parts {
  readonly base: Money;
  readonly bonus: Money;
}

/** What taking back would do. `wanted` less `taken` is the shortfall: spent, and not to be had. */
export interface ReversalPlan {
  readonly wanted: Parts;
  readonly taken: Parts;
  readonly total: Money;
  readonly shortfall: Money;
}

/**
 * A leg's credit in a reading of the account; null when the reading does not show it. `twins` doubled it and were taken
 * out again: of two that expire alike Shopify takes either, so what is left of a twin is what is left of this credit.
 */
export function heldCredit(
  leg: LegRow,
  account: CreditAccountNow,
  takenBack: Money,
  twins: readonly string[] = [],
): HeldCredit | null {
  const given = amountOf(leg);
  const credit = account.transactions.find(
    (each) =>
      each.kind === "credit" &&
      (leg.remoteTransactionGid
        ? each.id === leg.remoteTransactionGid
        : each.event === "ORDER_REFUND" &&
          each.orderId === leg.orderGid &&
          each.amount.minor === given.minor),
  );
  if (credit?.kind !== "credit" || (leg.kind !== "base" && leg.kind !== "bonus")) return null;
  const none = zero(leg.currency);
  const expired = sum(
    account.transactions.flatMap((each) =>
      each.kind === "expiration" && each.of === credit.id ? [subtract(none, each.amount)] : [],
    ),
    leg.currency,
  );
  const left = account.transactions.flatMap((each) =>
    each.kind === "credit" && (each.id === credit.id || twins.includes(each.id)) ? [each.remaining] : [],
  );
  const unspent = min(sum(left, leg.currency), given);
  const gone = subtract(subtract(subtract(given, unspent), expired), takenBack);
  return {
    kind: leg.kind,
    transactionId: credit.id,
    twins,
    givenAt: credit.createdAt,
    given,
    unspent,
    expired,
    takenBack,
    spent: max(gone, none),
  };
}

/** Units of one line of the quote: of how many, how many were taken back before, how many are to be now. */
export interface UnitsBack {
  readonly line: Pick<QuoteLine, "quantity" | "base" | "bonus">;
  readonly before: number;
  readonly now: number;
}

/**
 * The share of base and bonus that these units have. Units are counted from the first, so that taking a line back one
 * by one takes exactly what taking it at once does.
 */
export function worthOfUnits(units: readonly UnitsBack[], currency: string): Parts {
  const part = (of: "base" | "bonus") =>
    sum(
      units.map(({ line, before, now }) =>
        subtract(upTo(line[of], before + now, line.quantity), upTo(line[of], before, line.quantity)),
      ),
      currency,
    );
  return { base: part("base"), bonus: part("bonus") };
}

/**
 * What can be taken of what is wanted: never more than is unspent of these very credits, nor than the account holds,
 * the bonus first. What expired is with the merchant already and is neither wanted nor missing.
 */
export function planReversal(wish: Parts, credits: readonly HeldCredit[], balance: Money): ReversalPlan {
  const { currency } = balance;
  const open = (kind: HeldCredit["kind"]) =>
    sum(
      credits
        .filter((each) => each.kind === kind)
        .map(({ given, expired, takenBack }) => subtract(subtract(given, expired), takenBack)),
      currency,
    );
  const none = zero(currency);
  const wanted = {
    base: max(min(wish.base, open("base")), none),
    bonus: max(min(wish.bonus, open("bonus")), none),
  };
  const unspent = sum(
    credits.map((each) => each.unspent),
    currency,
  );
  const there = max(min(unspent, balance), none);
  const bonus = min(wanted.bonus, there);
  const base = min(wanted.base, subtract(there, bonus));
  const total = money(base.minor + bonus.minor, currency);
  const all = money(wanted.base.minor + wanted.bonus.minor, currency);
  return { wanted, taken: { base, bonus }, total, shortfall: subtract(all, total) };
}

function upTo(amount: Money, units: number, of: number): Money {
  if (units <= 0) return zero(amount.currency);
  return units >= of ? amount : share(amount, units, of);
}
