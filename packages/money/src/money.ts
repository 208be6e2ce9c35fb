/** An ISO 4217 code in capitals, "USD". `currency` says whether a text is one. */
export type Currency = string;

/** An exact amount: whole minor units (cents, yen, fils) of one currency. A float cannot get in. */
export interface Money<C extends Currency = Currency> {
  readonly minor: bigint;
  readonly currency: C;
}

export function money<C extends Currency>(minor: bigint, currency: C): Money<C> {
  return { minor, currency };
}

export function zero<C extends Currency>(currency: C): Money<C> {
  return { minor: 0n, currency };
}

/** Throws a RangeError when the currencies differ; literal currencies that differ do not compile. */
export function add<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** Throws a RangeError when the currencies differ; literal currencies that differ do not compile. */
export function subtract<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/** Adds a list up. The currency is given, so that nothing at all is zero of something. Throws a RangeError on a stranger. */
export function sum<C extends Currency>(list: Iterable<Money<NoInfer<C>>>, currency: C): Money<C> {
  let total = zero(currency);
  for (const amount of list) total = add(total, amount);
  return total;
}

export function negate<C extends Currency>(amount: Money<C>): Money<C> {
  return { minor: -amount.minor, currency: amount.currency };
}

/** -1 when `a` is less, 1 when it is more, 0 when equal. Throws a RangeError when the currencies differ. */
export function compare<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 {
  sameCurrency(a, b);
  if (a.minor < b.minor) return -1;
  return a.minor > b.minor ? 1 : 0;
}

/** The same amount of the same currency. Nothing of one currency is not nothing of another. */
export function equal(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0n;
}

/** The least of the amounts. Throws a RangeError when the currencies differ. */
export function min<C extends Currency>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C> {
  return rest.reduce<Money<C>>((least, next) => (compare(next, least) < 0 ? next : least), first);
}

/** The greatest of the amounts. Throws a RangeError when the currencies differ. */
export function max<C extends Currency>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C> {
  return rest.reduce<Money<C>>((greatest, next) => (compare(next, greatest) > 0 ? next : greatest), first);
}

/** Reads an ISO 4217 code. Throws a RangeError for anything else: lower case, "USDC", "XXX", an empty text. */
export function currency(code: string): Currency {
  if (!isCurrency(code)) throw new RangeError(`Not a currency: ${JSON.stringify(code.slice(0, 12))}`);
  return code;
}

export function isCurrency(code: string): boolean {
  return known.has(code);
}

/** The runtime knows the currencies, but leaves out ISO's units of account. */
const known: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), "CLF", "UYI", "UYW"]);

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(`${a.currency} and ${b.currency} cannot be added or compared`);
  }
}
