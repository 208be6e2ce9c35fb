import { type CreditOffer, creditOfferSchema } from "@kept/domain";
import { bonusFrom, typedBonus } from "../rules/bonus-form.ts";
import { amountsFrom, wholeFrom } from "../rules/reading.ts";
import type { TypedBonus } from "../rules/typed-bonus.ts";

/** The form as it is typed: texts only. Amounts per currency stand under `fixed.USD` and `cap.USD`. */
export interface TypedOffer extends TypedBonus {
  readonly enabled: boolean;
  readonly description: string;
  readonly cap: Readonly<Record<string, string>>;
  readonly expires: boolean;
  readonly days: string;
}

export type ReadOffer =
  | { readonly ok: true; readonly offer: CreditOffer }
  | { readonly ok: false; readonly fields: Record<string, string> };

/** What a saved offer looks like in the form. A currency without an amount has an empty field. */
export function typedFrom(offer: CreditOffer, currency: string): TypedOffer {
  return {
    ...typedBonus(offer.bonus, currency, "10"),
    enabled: offer.enabled,
    description: offer.description,
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
    bonus: bonusFrom(typed, "", fields),
    capPerReturn: amountsFrom("cap", typed.cap, fields),
    bonusExpiresAfterDays: typed.expires
      ? wholeFrom(typed.days, { at: "days", from: 1, to: 3650, of: "days" }, fields)
      : null,
  };
  if (typed.description.trim().length > 500) fields.description = "Keep it under 500 characters.";
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, offer: creditOfferSchema.parse(offer) };
}
