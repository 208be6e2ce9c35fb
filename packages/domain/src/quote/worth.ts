import { type Money, money, share } from "@kept/money";
import type { Order, OrderLine } from "@kept/shopify";
import { namesProduct, type Products } from "../policy/products.ts";
import type { SelectedUnits } from "./quote-types.ts";
import { selectionProblem, UnquotableSelection } from "./selection.ts";

/**
 * Some units of one line and what they are worth. Units are always counted from the first: with `gone` units
 * away, the next are worth cum(gone + quantity) − cum(gone), where cum(n) = round(paid · n / all). So a line
 * sent back one by one is worth exactly what it is worth at once. Amounts are minor units.
 */
export interface Worth {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly reason: string | null;
  readonly photos: number;
  readonly items: bigint;
  readonly tax: bigint;
  /** What the units that went before were worth. */
  readonly itemsBefore: bigint;
}

/** The chosen lines in the order's own sequence, whatever sequence they were chosen in. Throws UnquotableSelection. */
export function worths(order: Order, selection: readonly SelectedUnits[]): Worth[] {
  const problem = selectionProblem(order, selection);
  if (problem) throw new UnquotableSelection(problem);
  const chosen = new Map(selection.map((units) => [units.lineItemId, units]));
  const found: Worth[] = [];
  for (const line of order.lines) {
    const units = chosen.get(line.id);
    if (units) found.push(worth(line, units));
  }
  return found;
}

export function sumOf<T>(list: readonly T[], of: (one: T) => bigint): bigint {
  let sum = 0n;
  for (const one of list) sum += of(one);
  return sum;
}

/** Units that went before, of one line, and what they were worth. */
export interface GoneWorth {
  readonly line: OrderLine;
  readonly items: bigint;
  readonly tax: bigint;
}

/** All units of an order that are gone already: what a percentage continues, so that splitting never gains a cent. */
export function goneWorths(order: Order): GoneWorth[] {
  return order.lines
    .filter((line) => line.goneQuantity > 0)
    .map((line) => ({
      line,
      items: upTo(line.paid, line.goneQuantity, line.quantity),
      tax: taxUpTo(line, line.goneQuantity),
    }));
}

/** The units of a line that are not gone, and what was paid for them: what all of them sent back would be worth. */
export function leftOf(line: OrderLine): { readonly units: number; readonly paid: Money } {
  const { paid, goneQuantity, quantity } = line;
  const minor = paid.minor - upTo(paid, goneQuantity, quantity);
  return { units: Math.max(0, quantity - goneQuantity), paid: money(minor, paid.currency) };
}

/** Whether nothing of the order stays with the customer once these units are back. */
export function everythingReturns(order: Order, list: readonly Worth[]): boolean {
  const back = new Map(list.map(({ line, quantity }) => [line.id, quantity]));
  return order.lines.every((line) => line.goneQuantity + (back.get(line.id) ?? 0) >= line.quantity);
}

export function isNamed(products: Products | null, { line }: Worth): boolean {
  return products === null || namesProduct(products, line.product);
}

function worth(line: OrderLine, { quantity, reason, photos }: SelectedUnits): Worth {
  const upToNow = line.goneQuantity + quantity;
  const itemsBefore = upTo(line.paid, line.goneQuantity, line.quantity);
  return {
    line,
    quantity,
    reason: reason ?? null,
    photos: photos ?? 0,
    items: upTo(line.paid, upToNow, line.quantity) - itemsBefore,
    tax: taxUpTo(line, upToNow) - taxUpTo(line, line.goneQuantity),
    itemsBefore,
  };
}

/** Each tax for itself, as it was charged: a state's and a city's are not one sum. */
function taxUpTo({ taxes, quantity }: OrderLine, units: number): bigint {
  return sumOf(taxes, (tax) => upTo(tax, units, quantity));
}

/** What the first units are worth. More units can be gone than were bought (refunded twice): they are worth all. */
function upTo(total: Money, units: number, of: number): bigint {
  if (units === 0) return 0n;
  return units >= of ? total.minor : share(total, units, of).minor;
}

/** Percent of an amount that continues an earlier one, so that two halves never differ from the whole. */
export function percentAfter(
  before: bigint,
  now: bigint,
  percent: (amount: Money) => Money,
  currency: string,
): bigint {
  if (before === 0n) return percent(money(now, currency)).minor;
  return percent(money(before + now, currency)).minor - percent(money(before, currency)).minor;
}
