import type { CreditTransaction } from "@kept/shopify";

/**
 * How much of an order was paid with bonus credit. Pure: the account's movements, newest first as Shopify shows them
 * (two of one second have no other order), are played through as Shopify plays them: a debit takes the credit that expires soonest first, what never expires last, and of
 * equals the older one; a debit that is undone gives back to where it took from; what expired cannot be spent.
 * `bonus` are the ids of the credits that were bonuses of ours. Answers minor units, never below zero.
 */
export function bonusSpentOn(
  orderId: string,
  movements: readonly CreditTransaction[],
  bonus: ReadonlySet<string>,
): bigint {
  const credits: Credit[] = [];
  const taken = new Map<string, Part[]>();
  let spent = 0n;
  for (const movement of inSequence(movements)) {
    if (movement.kind === "credit") credits.push(creditOf(movement, bonus));
    else if (movement.kind === "expiration") expire(credits, movement.of);
    else if (movement.kind === "debit") {
      const parts = take(credits, -movement.amount.minor);
      taken.set(movement.id, parts);
      if (movement.orderId === orderId) spent += bonusIn(parts);
    } else {
      const parts = taken.get(movement.of) ?? [];
      for (const { credit, minor } of parts) credit.left += minor;
      if (wasFor(orderId, movement.of, movements)) spent -= bonusIn(parts);
    }
  }
  return spent > 0n ? spent : 0n;
}

interface Credit {
  readonly id: string;
  readonly expiresAt: number;
  readonly isBonus: boolean;
  left: bigint;
}

interface Part {
  readonly credit: Credit;
  readonly minor: bigint;
}

function inSequence(newestFirst: readonly CreditTransaction[]): CreditTransaction[] {
  return [...newestFirst].reverse().sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function creditOf(
  { id, expiresAt, amount }: CreditTransaction & { readonly kind: "credit" },
  bonus: ReadonlySet<string>,
): Credit {
  const expires = expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return { id, expiresAt: expires, isBonus: bonus.has(id), left: amount.minor };
}

function expire(credits: readonly Credit[], id: string): void {
  for (const credit of credits) if (credit.id === id) credit.left = 0n;
}

function take(credits: readonly Credit[], minor: bigint): Part[] {
  const soonestFirst = [...credits].sort((a, b) =>
    a.expiresAt === b.expiresAt ? 0 : a.expiresAt - b.expiresAt,
  );
  const parts: Part[] = [];
  let due = minor;
  for (const credit of soonestFirst) {
    const part = least(credit.left, due);
    if (part <= 0n) continue;
    credit.left -= part;
    due -= part;
    parts.push({ credit, minor: part });
  }
  return parts;
}

function bonusIn(parts: readonly Part[]): bigint {
  return parts.reduce((sum, { credit, minor }) => (credit.isBonus ? sum + minor : sum), 0n);
}

function wasFor(orderId: string, debitId: string, movements: readonly CreditTransaction[]): boolean {
  return movements.some((each) => each.kind === "debit" && each.id === debitId && each.orderId === orderId);
}

/** `Math.min` would turn amounts into floats. */
function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
