import type { tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { Actor } from "../context.ts";

export type DifferenceRow = typeof tables.differences.$inferSelect;
export type DifferenceKind = DifferenceRow["kind"];
export type ResolvingAction = NonNullable<DifferenceRow["action"]>;

/**
 * What a person can do about a difference. `staff`, `other_app`: say who it was, and leave it as it is booked.
 * `refund`, `incentive`: it is ours after all, given by hand. `corrected`: the books follow Shopify. `taken_back`:
 * the double was taken out of the account again by hand; `take_back`: Kept is to do it. Kinds that are not listed are settled by being booked.
 */
const actions: Partial<Record<DifferenceKind, readonly ResolvingAction[]>> = {
  by_others: ["staff", "other_app", "refund", "incentive"],
  double: ["take_back", "taken_back", "incentive"],
  called_off: ["take_back", "taken_back", "incentive"],
  missing: ["corrected"],
  amount_differs: ["corrected"],
  unexplained: ["corrected"],
};

/**
 * What may be done about it. Only credits can become ours: a debit by others stays theirs. And only what is in an
 * account can be taken out of it: money that went back as it was paid twice is beyond reach.
 */
export function actionsFor(
  difference: Pick<DifferenceRow, "kind" | "theirsMinor" | "resolvedAt" | "remoteGid" | "laneId">,
): readonly ResolvingAction[] {
  if (difference.resolvedAt) return [];
  const inAccount = difference.laneId !== null && /StoreCreditAccount/.test(difference.remoteGid ?? "");
  const all = (actions[difference.kind] ?? []).filter(
    (action) => action !== "take_back" || (inAccount && difference.theirsMinor > 0n),
  );
  if (difference.kind !== "by_others" || difference.theirsMinor > 0n) return all;
  return all.filter((action) => action === "staff" || action === "other_app");
}

/** More money than anybody decided: nothing more is sent to the account until a person has looked. */
export const freezes: readonly DifferenceKind[] = ["double", "called_off"];

/** Does it take a person? The others are named, booked and done. */
export function needsPerson(kind: DifferenceKind): boolean {
  return actions[kind] !== undefined;
}

/** A difference as pages show it. */
export interface Difference {
  readonly id: string;
  readonly kind: DifferenceKind;
  /** What our ledger says, and what Shopify says. */
  readonly ours: Money;
  readonly theirs: Money;
  /** `number` is Shopify's own, as addresses use it. */
  readonly customer: { readonly gid: string; readonly name: string; readonly number: string } | null;
  readonly returnNumber: number | null;
  readonly orderUrl: string | null;
  readonly remoteGid: string | null;
  /** What its giver wrote in Shopify, where its version has notes. */
  readonly note: string | null;
  readonly happenedAt: Date;
  readonly foundAt: Date;
  readonly actions: readonly ResolvingAction[];
  readonly resolved: {
    readonly action: ResolvingAction;
    readonly by: Actor;
    readonly reason: string | null;
    readonly at: Date;
  } | null;
}

/** A difference that was just found, before it is on record. */
export interface Found {
  /** The same difference always has the same name, however often it is met. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly oursMinor: bigint;
  readonly theirsMinor: bigint;
  readonly remoteGid?: string | null;
  readonly legId?: string | null;
  readonly returnId?: string | null;
  readonly orderGid?: string | null;
  readonly note?: string | null;
  readonly happenedAt: Date;
}
