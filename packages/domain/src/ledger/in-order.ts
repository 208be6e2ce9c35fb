interface Moved {
  readonly happenedAt: Date;
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
}

/**
 * Movements oldest first. Shopify's times are whole seconds, so two of the same second are put in the order in which
 * their balances follow from one another.
 */
export function inOrder<M extends Moved>(movements: readonly M[]): M[] {
  const waiting = [...movements].sort((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
  const ordered: M[] = [];
  while (waiting.length > 0) {
    const [first] = waiting as [M];
    const balance = ordered.at(-1)?.balanceAfterMinor;
    const same = waiting.filter(({ happenedAt }) => happenedAt.getTime() === first.happenedAt.getTime());
    const next = same.find((each) => startsAt(each) === (balance ?? beginningOf(same))) ?? first;
    ordered.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  return ordered;
}

function startsAt(movement: Moved): bigint {
  return movement.balanceAfterMinor - movement.amountMinor;
}

/** Of movements of one second, the balance none of them led to: where they begin. */
function beginningOf(movements: readonly Moved[]): bigint | undefined {
  const ends = new Set(movements.map(({ balanceAfterMinor }) => balanceAfterMinor));
  return movements.map(startsAt).find((start) => !ends.has(start));
}
