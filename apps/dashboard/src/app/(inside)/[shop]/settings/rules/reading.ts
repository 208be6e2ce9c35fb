import { fractionDigits, fromDecimal, currency as parseCurrency, toDecimal } from "@kept/money";

/** Collects what is wrong with a form, field by field. */
export type Fields = Record<string, string>;

/** "12.5" is 1,250 basis points. Digits are moved, nothing is multiplied. */
export function basisPointsFrom(text: string, at: string, fields: Fields): number {
  const [, whole, part = ""] = /^\s*(\d{1,3})(?:[.,](\d{0,2}))?\s*%?\s*$/.exec(text) ?? [];
  const basisPoints = whole === undefined ? 10_001 : Number(`${whole}${part.padEnd(2, "0")}`);
  if (basisPoints <= 10_000) return basisPoints;
  fields[at] = "Type a number from 0 to 100, with at most two decimals.";
  return 0;
}

export function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
}

/** Amounts per currency stand under `fixed.USD`; an empty field is no amount. */
export function amountsFrom(
  group: string,
  typed: Readonly<Record<string, string>>,
  fields: Fields,
): Record<string, string> {
  const amounts: Record<string, string> = {};
  for (const [code, text] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    const amount = amountFrom(text, code);
    if (amount === null) fields[`${group}.${code}`] = amountHint(code);
    else amounts[code] = amount;
  }
  return amounts;
}

function amountFrom(text: string, code: string): string | null {
  try {
    const amount = fromDecimal(text.trim().replace(/^(\d+),(\d{1,3})$/, "$1.$2"), parseCurrency(code));
    return amount.minor < 0n ? null : toDecimal(amount);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function amountHint(code: string): string {
  const digits = fractionDigits(code);
  return digits === 0
    ? `Type a whole amount in ${code}, like 500.`
    : `Type an amount in ${code}, like 5.${"0".repeat(digits)}.`;
}

/** A whole number between two others, or the field is wrong. */
export function wholeFrom(
  text: string,
  { at, from, to, of }: { at: string; from: number; to: number; of: string },
  fields: Fields,
): number {
  const number = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : -1;
  if (number >= from && number <= to) return number;
  fields[at] = `Type a number of ${of} from ${from} to ${to}.`;
  return from;
}

/** Words as people type them: one a line, or with commas between. Each once, in the sequence typed. */
export function wordsFrom(text: string): string[] {
  const words = text.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

export function wordsText(words: readonly string[] | undefined): string {
  return (words ?? []).join(", ");
}
