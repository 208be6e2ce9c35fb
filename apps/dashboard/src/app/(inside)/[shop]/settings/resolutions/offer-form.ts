import { type CreditOffer, creditOfferSchema } from "@kept/domain";
import { amountsFrom, basisPointsFrom, percentText, wholeFrom } from "../rules/reading.ts";

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
    bonusExpiresAfterDays: typed.expires
      ? wholeFrom(typed.days, { at: "days", from: 1, to: 3650, of: "days" }, fields)
      : null,
  };
  if (typed.description.trim().length > 500) fields.description = "Keep it under 500 characters.";
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, offer: creditOfferSchema.parse(offer) };
}

function bonusFrom(typed: TypedOffer, fields: Record<string, string>): unknown {
  if (typed.kind === "none") return { kind: "none" };
  if (typed.kind === "fixed") return { kind: "fixed", amounts: amountsFrom("fixed", typed.fixed, fields) };
  return { kind: "percent", basisPoints: basisPointsFrom(typed.percent, "percent", fields), of: typed.of };
}
