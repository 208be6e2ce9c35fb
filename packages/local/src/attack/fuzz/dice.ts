/** Chance that can be repeated. */
export interface Dice {
  one<T>(of: readonly T[]): T;
  below(most: number): number;
  chance(of: number): boolean;
}

/** mulberry32: small, and the same everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    one: (of) => of[Math.floor(next() * of.length)] as never,
    below: (most) => Math.floor(next() * most),
    chance: (of) => next() < of,
  };
}
