import { type CreditOffer, creditOfferSchema } from "@kept/domain";
import { fractionDigits, fromDecimal, currency as parseCurrency, toDecimal } from "@kept/money";

/** The form as it is typed: texts only. Amounts per currency stand under `fixed.USD` and `cap.USD`. */
export interface TypedOffer {
  readonly enabled: boolean;
  readonly description: string;
  readonly kind: "none" | "percent" | "fixed";
  readonly percent: string;
  readonly of: "items" | "items_with_tax" | "after_fees";
  readonly fixed: Readonly<Record<string, string>>;
  readonly cap: Readonly<Record<string, string>>;
  readonly expires: boolean;
  readonly days: string;
}

export type ReadOffer =
  | { readonly ok: true; readonly offer: CreditOffer }
  | { readonly ok: false; readonly fields: Record<string, string> };

/** What a saved offer looks like in the form. A currency without an amount has an empty field. */
export function typedFrom(offer: CreditOffer, currency: string): TypedOffer {
  const { bonus } = offer;
  return {
    enabled: offer.enabled,
    description: offer.description,
    kind: bonus.kind,
    percent: bonus.kind === "percent" ? percentText(bonus.basisPoints) : "10",
    of: bonus.kind === "percent" ? bonus.of : "items",
    fixed: { [currency]: "", ...(bonus.kind === "fixed" ? bonus.amounts : {}) },
    cap: { [currency]: "", ...offer.capPerReturn },
    expires: offer.bonusExpiresAfterDays !== null,
    days: offer.bonusExpiresAfterDays === null ? "" : String(offer.bonusExpiresAfterDays),
  };
}

/** Reads what was typed; what cannot be read is named field by field. */
export function readOffer(typed: TypedOffer): ReadOffer {
  const fields: Record<string, string> = {};
  const offer = {
    enabled: typed.enabled,
    description: typed.description,
    bonus: bonusFrom(typed, fields),
    capPerReturn: amountsFrom("cap", typed.cap, fields),
    bonusExpiresAfterDays: typed.expires ? daysFrom(typed.days, fields) : null,
  };
  if (typed.description.trim().length > 500) fields.description = "Keep it under 500 characters.";
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, offer: creditOfferSchema.parse(offer) };
}

function bonusFrom(typed: TypedOffer, fields: Record<string, string>): unknown {
  if (typed.kind === "none") return { kind: "none" };
  if (typed.kind === "fixed") return { kind: "fixed", amounts: amountsFrom("fixed", typed.fixed, fields) };
  const basisPoints = basisPointsFrom(typed.percent);
  if (basisPoints === null) fields.percent = "Type a number from 0 to 100, with at most two decimals.";
  return { kind: "percent", basisPoints: basisPoints ?? 0, of: typed.of };
}

/** "12.5" is 1,250 basis points. Digits are moved, nothing is multiplied. */
function basisPointsFrom(text: string): number | null {
  const [, whole, part = ""] = /^\s*(\d{1,3})(?:[.,](\d{0,2}))?\s*%?\s*$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const basisPoints = Number(`${whole}${part.padEnd(2, "0")}`);
  return basisPoints <= 10_000 ? basisPoints : null;
}

function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
}

function amountsFrom(
  group: "fixed" | "cap",
  typed: Readonly<Record<string, string>>,
  fields: Record<string, string>,
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

function daysFrom(text: string, fields: Record<string, string>): number | null {
  const days = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= 3650) return days;
  fields.days = "Type a number of days from 1 to 3650.";
  return null;
}
