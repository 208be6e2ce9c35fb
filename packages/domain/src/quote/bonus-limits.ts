import { type Money, money, percentage } from "@kept/money";
import { amountIn } from "../policy/amounts.ts";
import type { BonusLimits } from "../policy/bonus.ts";
import type { CustomerFacts, Row } from "./quote-types.ts";
import { row } from "./rows.ts";

/**
 * Raises a bonus to the least there is, then cuts it to the caps, one row for each that bites: per return, share
 * of the base, what the customer may still get in the period, what is left of the month. A cap that is not named
 * in this currency does not bite.
 */
export function limitRows(
  given: bigint,
  base: Money,
  limits: BonusLimits,
  customer: CustomerFacts,
): { rows: Row[]; minor: bigint } {
  const { currency } = base;
  const rows: Row[] = [];
  let minor = given;
  const atLeast = amountIn(limits.atLeast, currency);
  if (minor > 0n && atLeast && atLeast.minor > minor)
    limitTo("bonus_at_least", atLeast.minor, atLeast, "atLeast");
  for (const cap of caps(base, limits, customer)) {
    if (minor > cap.left) limitTo(cap.key, cap.left, cap.limit, cap.rule);
  }
  return { rows, minor };

  function limitTo(key: string, to: bigint, limit: Money, rule: string): void {
    const values = { limit };
    const inputs = { limit, from: money(minor, currency), to: money(to, currency) };
    rows.push(
      row({
        key,
        group: "bonus",
        minor: to - minor,
        currency,
        label: key,
        values,
        inputs,
        rule: `storeCredit.limits.${rule}`,
      }),
    );
    minor = to;
  }
}

interface Cap {
  readonly key: string;
  readonly rule: string;
  readonly limit: Money;
  readonly left: bigint;
}

function caps(base: Money, limits: BonusLimits, customer: CustomerFacts): Cap[] {
  const { currency } = base;
  const found: Cap[] = [];
  const perReturn = amountIn(limits.perReturn, currency);
  if (perReturn)
    found.push({ key: "bonus_cap_return", rule: "perReturn", limit: perReturn, left: perReturn.minor });
  if (limits.shareOfBase !== null) {
    const limit = percentage(base, limits.shareOfBase);
    found.push({ key: "bonus_cap_share", rule: "shareOfBase", limit, left: limit.minor });
  }
  const perCustomer = limits.perCustomer && amountIn(limits.perCustomer.amounts, currency);
  if (perCustomer) found.push(used("bonus_cap_customer", "perCustomer", perCustomer, customer.bonusInPeriod));
  const perMonth = amountIn(limits.perMonth, currency);
  if (perMonth) found.push(used("bonus_cap_month", "perMonth", perMonth, customer.shopBonusThisMonth));
  return found;
}

function used(key: string, rule: string, limit: Money, spent: Money): Cap {
  return { key, rule, limit, left: limit.minor > spent.minor ? limit.minor - spent.minor : 0n };
}
