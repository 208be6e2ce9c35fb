import { and, asc, eq, type Transaction, tables } from "@kept/database";
import { money, sum } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { debitRequest } from "../issuance/debit-account-method.ts";
import type { LegRow } from "../issuance/issuance.ts";
import type { Parts } from "./reversal.ts";

export type ReversalRecord = typeof tables.reversals.$inferSelect;

/** The decisions to take back credit of a return, oldest first, each with the leg that carries it out. */
export async function reversalsOf(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
): Promise<{ reversal: ReversalRecord; leg: LegRow }[]> {
  const { issuanceLegs, reversals } = tables;
  return tx
    .select({ reversal: reversals, leg: issuanceLegs })
    .from(reversals)
    .innerJoin(
      issuanceLegs,
      and(
        eq(issuanceLegs.shopId, reversals.shopId),
        eq(issuanceLegs.issuanceId, reversals.issuanceId),
        eq(issuanceLegs.kind, "reversal"),
        eq(issuanceLegs.ordinal, reversals.ordinal),
      ),
    )
    .where(and(eq(reversals.shopId, ctx.shop.id), eq(reversals.returnId, returnId)))
    .orderBy(asc(reversals.ordinal));
}

type Made = Awaited<ReturnType<typeof reversalsOf>>;

/** A double that is taken out again: it was never part of what the return was credited with. */
export function isOfDouble(reversal: Pick<ReversalRecord, "lines">): boolean {
  return reversal.lines.length === 0;
}

/** The transactions that doubled the base or the bonus and were taken out again. */
export function doublesTaken(made: Made, kind: "base" | "bonus"): string[] {
  return made.flatMap(({ reversal, leg }) =>
    leg.state === "confirmed" && isOfDouble(reversal) && reversal.takenBaseMinor > 0n === (kind === "base")
      ? debitRequest(leg).credits
      : [],
  );
}

/** What was taken back, or is on its way: everything a person has not called off. */
export function takenSoFar(made: Made, currency: string): Parts {
  const counted = made.filter(({ leg, reversal }) => leg.state !== "rejected" && !isOfDouble(reversal));
  const part = (of: "takenBaseMinor" | "takenBonusMinor") =>
    sum(
      counted.map(({ reversal }) => money(reversal[of], currency)),
      currency,
    );
  return { base: part("takenBaseMinor"), bonus: part("takenBonusMinor") };
}

/** What was taken back, and what of it went back the way it was paid: only what has happened. */
export function takenAndRepaid(made: Made, legs: readonly LegRow[], currency: string) {
  const happened = (all: readonly LegRow[]) =>
    sum(
      all.filter(({ state }) => state === "confirmed").map((leg) => money(leg.amountMinor, currency)),
      currency,
    );
  return {
    taken: happened(made.flatMap(({ reversal, leg }) => (isOfDouble(reversal) ? [] : leg))),
    repaid: happened(legs.filter(({ kind }) => kind === "repayment")),
  };
}

/** The oldest reversal whose part of the base can be paid back and was not. */
export function repayableOf(made: Made, legs: readonly LegRow[]): Made[number] | undefined {
  const repaid = new Set(legs.flatMap((leg) => (leg.kind === "repayment" ? [leg.ordinal] : [])));
  return made.find(
    ({ reversal, leg }) =>
      leg.state === "confirmed" &&
      reversal.takenBaseMinor > 0n &&
      !isOfDouble(reversal) &&
      !repaid.has(reversal.ordinal),
  );
}

/** Units per line of the return that were taken back, or are on their way. */
export function unitsSoFar(made: Made): Map<string, number> {
  const units = new Map<string, number>();
  for (const { reversal, leg } of made) {
    if (leg.state === "rejected") continue;
    for (const line of reversal.lines) units.set(line.lineId, (units.get(line.lineId) ?? 0) + line.units);
  }
  return units;
}
