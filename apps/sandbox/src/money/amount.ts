/** Money as the stand-in keeps it: whole minor units of one currency. */
export interface Amount {
  readonly minor: bigint;
  readonly currency: string;
}

const withoutDigits = [
  "BIF",
  "CLP",
  "DJF",
  "GNF",
  "ISK",
  "JPY",
  "KMF",
  "KRW",
  "PYG",
  "RWF",
  "UGX",
  "UYI",
  "VND",
  "VUV",
  "XAF",
  "XOF",
  "XPF",
];
const withThreeDigits = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/** How many decimals a currency has (ISO 4217): JPY 0, KWD 3, nearly all others 2. */
export function digitsOf(currency: string): number {
  if (withoutDigits.includes(currency)) return 0;
  return withThreeDigits.includes(currency) ? 3 : 2;
}

export function amount(minor: bigint, currency: string): Amount {
  return { minor, currency };
}

/** Reads `"20.5"` in a currency. More decimals than the currency has are rounded half-up, away from zero. */
export function parseMinor(text: string, currency: string): bigint {
  return scaled(text, digitsOf(currency));
}

/** Reads a decimal into whole units of 10^-digits, rounding half-up, away from zero. Throws on anything else. */
export function scaled(text: string, digits: number): bigint {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(String(text).trim());
  if (!match || !(match[2] || match[3])) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[3] ?? "";
  const shift = digits + Number(match[4] ?? 0) - fraction.length;
  const whole = BigInt((match[2] ?? "") + fraction || "0");
  const size = shift >= 0 ? whole * 10n ** BigInt(shift) : divideHalfUp(whole, 10n ** BigInt(-shift));
  return match[1] === "-" ? -size : size;
}

/** Prints as Shopify does: trimmed, but always at least one decimal — `"2.0"`, `"7.23"`, `"1500.0"`. */
export function printMinor(minor: bigint, currency: string): string {
  return print(minor, currency, 1);
}

/** Prints with all the decimals the currency has, as in `$25.00`. */
export function printExact(minor: bigint, currency: string): string {
  return digitsOf(currency) === 0 ? minor.toString() : print(minor, currency, digitsOf(currency));
}

function print(minor: bigint, currency: string, atLeast: number): string {
  const digits = digitsOf(currency);
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const whole = size.slice(0, size.length - digits);
  let fraction = size.slice(size.length - digits);
  while (fraction.length > atLeast && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  const text = fraction.length || atLeast ? `${whole}.${fraction.padEnd(atLeast, "0")}` : whole;
  return minor < 0n ? `-${text}` : text;
}

/** a ÷ b to the nearest whole, halves away from zero. */
export function divideHalfUp(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const [top, bottom] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const size = (2n * top + bottom) / (2n * bottom);
  return negative ? -size : size;
}

/** Splits a total by weights so that the parts always add up; leftover units go to the largest remainders. */
export function split(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const parts = weights.map((weight, index) => ({
    index,
    part: (total * weight) / sum,
    rest: (total * weight) % sum,
  }));
  let left = total - parts.reduce((all, { part }) => all + part, 0n);
  for (const entry of [...parts].sort((a, b) =>
    b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : a.index - b.index,
  )) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => part);
}

/** The smaller of two amounts of the same currency. */
export function least(a: bigint, b: bigint): bigint {
  return a > b ? b : a;
}
