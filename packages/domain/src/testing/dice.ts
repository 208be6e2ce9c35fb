/** Chance that can be repeated: the same seed throws the same dice (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(chance: number): boolean {
    return this.number(1, 100) <= chance;
  }

  one<T>(of: readonly T[]): T {
    const chosen = of[this.number(0, of.length - 1)];
    if (chosen === undefined) throw new Error("There is nothing to choose from");
    return chosen;
  }

  /** So many of what `make` gives. */
  some<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.number(least, most) }, (_, index) => make(index));
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
