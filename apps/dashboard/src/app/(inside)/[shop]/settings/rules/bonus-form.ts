import { type Bonus, bonusSchema } from "@kept/domain";
import { amountsFrom, basisPointsFrom, type Fields, percentText } from "./reading.ts";
import { freshBonus, type TypedBonus } from "./typed-bonus.ts";

/** What a saved bonus looks like in the form. A currency without an amount has an empty field. */
export function typedBonus(bonus: Bonus, currency: string, percent = ""): TypedBonus {
  const fresh = freshBonus(currency, percent);
  const { kind } = bonus;
  return {
    ...fresh,
    kind,
    ...("of" in bonus ? { of: bonus.of } : {}),
    ...("basisPoints" in bonus ? { percent: percentText(bonus.basisPoints) } : {}),
    ...("amounts" in bonus ? { fixed: { ...fresh.fixed, ...bonus.amounts } } : {}),
    ...("per" in bonus ? { per: bonus.per } : {}),
    ...("tiers" in bonus
      ? {
          tiers: bonus.tiers.map((tier) => ({
            from: { [currency]: "", ...tier.from },
            percent: percentText(tier.basisPoints),
            fixed: { [currency]: "", ...tier.amounts },
          })),
        }
      : {}),
  };
}

/** Reads a bonus; its fields are called by `at`, which is empty or ends in a dot. */
export function bonusFrom(typed: TypedBonus, at: string, fields: Fields): Bonus {
  const { of, per } = typed;
  switch (typed.kind) {
    case "none":
      return { kind: "none" };
    case "percent":
      return { kind: "percent", basisPoints: basisPointsFrom(typed.percent, `${at}percent`, fields), of };
    case "fixed":
      return { kind: "fixed", amounts: someAmounts(`${at}fixed`, typed.fixed, fields), per };
    case "both": {
      const basisPoints = basisPointsFrom(typed.percent, `${at}percent`, fields);
      return { kind: "both", basisPoints, of, amounts: someAmounts(`${at}fixed`, typed.fixed, fields), per };
    }
    case "tiers":
      return tiersFrom(typed, at, fields);
  }
}

function tiersFrom({ tiers: typed, of, per }: TypedBonus, at: string, fields: Fields): Bonus {
  if (typed.length === 0) fields[`${at}tiers`] = "Add a tier, or choose “No bonus”.";
  const wrongBefore = Object.keys(fields).length;
  const tiers = typed.map((tier, index) => {
    const here = `${at}tiers.${index}`;
    const from = amountsFrom(`${here}.from`, tier.from, fields);
    if (Object.values(tier.from).every((text) => text.trim() === ""))
      fields[`${here}.from`] = "Type the amount it begins at; the first tier may begin at 0.";
    const basisPoints =
      tier.percent.trim() === "" ? 0 : basisPointsFrom(tier.percent, `${here}.percent`, fields);
    return { from, basisPoints, amounts: amountsFrom(`${here}.fixed`, tier.fixed, fields) };
  });
  const bonus = { kind: "tiers" as const, of, per, tiers };
  if (Object.keys(fields).length > wrongBefore) return bonus;
  for (const { path } of bonusSchema.safeParse(bonus).error?.issues ?? [])
    fields[`${at}${path.slice(0, 2).join(".")}`] =
      "Each tier begins higher than the one before it and gives at least as much, in the same currencies.";
  return bonus;
}

function someAmounts(group: string, typed: TypedBonus["fixed"], fields: Fields): Record<string, string> {
  const read = amountsFrom(group, typed, fields);
  const wrong = Object.keys(fields).some((field) => field.startsWith(group));
  if (Object.keys(read).length === 0 && !wrong) fields[group] = "Type an amount, or choose “No bonus”.";
  return read;
}
