interface Moved {
  readonly happenedAt: Date;
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
}

/**
 * Movements oldest first. Shopify's times are whole seconds, so those of one second are put in an order in which their
 * balances follow from one another, all of them; where there is more than one, as they were given. Pure.
 */
export function inOrder<M extends Moved>(movements: readonly M[]): M[] {
  const seconds = Map.groupBy(movements, ({ happenedAt }) => happenedAt.getTime());
  const ordered: M[] = [];
  for (const [, same] of [...seconds].sort(([one], [other]) => one - other))
    ordered.push(...inChain(same, ordered.at(-1)?.balanceAfterMinor));
  return ordered;
}

/** From the balance before, or else from wherever a chain begins; as they were given, where one of them was never seen. */
function inChain<M extends Moved>(movements: readonly M[], balance: bigint | undefined): readonly M[] {
  for (const start of new Set([balance, ...movements.map(startsAt)])) {
    const chain = start === undefined ? null : chainFrom(start, movements);
    if (chain) return chain;
  }
  return movements;
}

/** All of the movements, each starting at the balance the one before it led to; null when they do not join. */
function chainFrom<M extends Moved>(balance: bigint, movements: readonly M[]): M[] | null {
  if (movements.length === 0) return [];
  const tried = new Set<bigint>();
  for (const next of movements) {
    const after = next.balanceAfterMinor;
    if (startsAt(next) !== balance || tried.has(after)) continue;
    tried.add(after); // two that are alike lead to the same
    const others = movements.filter((each) => each !== next);
    const rest = chainFrom(after, others);
    if (rest) return [next, ...rest];
  }
  return null;
}

function startsAt(movement: Moved): bigint {
  return movement.balanceAfterMinor - movement.amountMinor;
}
