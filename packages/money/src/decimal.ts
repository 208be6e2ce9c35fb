import { type Currency, currency, type Money } from "./money.ts";

/** How many decimals a currency has, from ISO 4217: 0 for JPY, 3 for KWD, 4 for CLF, mostly 2. */
export function fractionDigits(code: Currency): number {
  return exceptions.get(code) ?? 2;
}

/**
 * Reads a decimal as it stands on a wire: "10.5" in USD is 1,050 cents, "-3" is minus three dollars. Fewer
 * decimals than the currency has are fine, more only when they are zeros ("2.00" in JPY). Throws a RangeError
 * for everything else, also for exponents, signs, spaces, and sums past 15 digits before the point.
 */
export function fromDecimal<C extends Currency>(text: string, code: C): Money<C> {
  const parsed = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text);
  if (!parsed) throw new RangeError(`Not an amount: ${JSON.stringify(text.slice(0, 24))}`);
  currency(code);
  const [, minus, whole = "0", decimals = ""] = parsed;
  const digits = fractionDigits(code);
  if (/[1-9]/.test(decimals.slice(digits))) {
    throw new RangeError(`${code} has ${digits} decimals, and ${text} has more`);
  }
  const size = BigInt(whole + decimals.slice(0, digits).padEnd(digits, "0"));
  return { minor: minus ? -size : size, currency: code };
}

/** Writes an amount with exactly the decimals its currency has: "10.50", "1200", "0.125". */
export function toDecimal(amount: Money): string {
  const digits = fractionDigits(amount.currency);
  const sign = amount.minor < 0n ? "-" : "";
  const size = (amount.minor < 0n ? -amount.minor : amount.minor).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + size;
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

const exceptions: ReadonlyMap<Currency, number> = new Map([
  ...withDigits(
    0,
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", // ISO 4217, list one, "0"
  ),
  ...withDigits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...withDigits(4, "CLF UYW"),
]);

function withDigits(digits: number, codes: string): [Currency, number][] {
  return codes.split(" ").map((code) => [code, digits]);
}
