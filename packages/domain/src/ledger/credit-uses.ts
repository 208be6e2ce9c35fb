import type { MovementRow } from "./movement.ts";

/** A part of one credit that one movement took (positive) or gave back (negative). */
export interface CreditUse {
  readonly creditGid: string;
  readonly movementGid: string;
  readonly amountMinor: bigint;
  readonly happenedAt: Date;
}

type Moved = Pick<
  MovementRow,
  | "remoteGid"
  | "kind"
  | "amountMinor"
  | "remainingMinor"
  | "expiresAt"
  | "relatedGid"
  | "happenedAt"
  | "seenAt"
>;

interface Open {
  readonly gid: string;
  readonly expiresAt: Date | null;
  left: bigint;
}

/** What a debit took of one credit and was not given back since. */
interface Taken {
  readonly credit: Open;
  minor: bigint;
}

/** What an account held before the oldest movement we know: a credit without a name that never expires. */
export const openingCredit = "opening";

/** Names a use that Shopify's own remainder proves, where our replay of its rule arrived at something else. */
export const remainder = "remainder";

/**
 * Which credit paid for which movement. Shopify spends the soonest-expiring credit first and gives back to where it
 * took; replaying the account by that rule, oldest movement first, tells it exactly. Where Shopify says that something
 * else is left of a credit, Shopify is right: the rest is booked as a use of its own, so that what is left always is
 * what can be spent. Pure.
 */
export function creditUses(movements: readonly Moved[], openingMinor = 0n): CreditUse[] {
  const open: Open[] = openingMinor > 0n ? [{ gid: openingCredit, expiresAt: null, left: openingMinor }] : [];
  const uses: CreditUse[] = [];
  const taken = new Map<string | null, Taken[]>();
  const use = (credit: Open, movement: Moved, amountMinor: bigint) => {
    if (amountMinor === 0n) return;
    credit.left -= amountMinor;
    const { remoteGid: movementGid, happenedAt } = movement;
    uses.push({ creditGid: credit.gid, movementGid, amountMinor, happenedAt });
  };
  for (const movement of movements) {
    switch (movement.kind) {
      case "credit":
        open.push({
          gid: movement.remoteGid,
          expiresAt: movement.expiresAt,
          left: movement.amountMinor,
        });
        break;
      case "debit":
        taken.set(movement.remoteGid, takeSoonest(open, -movement.amountMinor));
        for (const { credit, minor } of taken.get(movement.remoteGid) ?? []) use(credit, movement, minor);
        break;
      case "debit_revert":
        for (const { credit, minor } of giveBack(taken.get(movement.relatedGid) ?? [], movement.amountMinor))
          use(credit, movement, -minor);
        break;
      case "expiration": {
        const credit = open.find(({ gid }) => gid === movement.relatedGid);
        if (credit) use(credit, movement, -movement.amountMinor);
      }
    }
  }
  return [...uses, ...corrections(open, movements)];
}

function takeSoonest(open: readonly Open[], amount: bigint): Taken[] {
  let wanted = amount;
  return [...open].sort(soonestFirst).flatMap((credit) => {
    const minor = lesser(credit.left, wanted);
    if (minor <= 0n) return [];
    wanted -= minor;
    return [{ credit, minor }];
  });
}

/** What was taken last goes back first; a revert of a part gives back that part, and no part goes back twice. */
function giveBack(taken: readonly Taken[], amount: bigint): Taken[] {
  let left = amount;
  return taken.toReversed().flatMap((part) => {
    const minor = lesser(part.minor, left);
    if (minor <= 0n) return [];
    part.minor -= minor;
    left -= minor;
    return [{ credit: part.credit, minor }];
  });
}

/** Expired credits are left out: Shopify keeps what was left of them as it was when they expired, or as nothing. */
function corrections(open: readonly Open[], movements: readonly Moved[]): CreditUse[] {
  const expired = new Set(movements.flatMap((each) => (each.kind === "expiration" ? each.relatedGid : [])));
  return movements.flatMap((movement) => {
    if (movement.kind !== "credit" || movement.remainingMinor === null || expired.has(movement.remoteGid))
      return [];
    const left = open.find(({ gid }) => gid === movement.remoteGid)?.left ?? 0n;
    const amountMinor = left - movement.remainingMinor;
    if (amountMinor === 0n) return [];
    const { remoteGid: creditGid, seenAt: happenedAt } = movement;
    return [{ creditGid, movementGid: remainder, amountMinor, happenedAt }];
  });
}

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function soonestFirst(a: Open, b: Open): number {
  if (a.expiresAt === null || b.expiresAt === null)
    return Number(a.expiresAt === null) - Number(b.expiresAt === null);
  return a.expiresAt.getTime() - b.expiresAt.getTime();
}
