/** A source of chance whose every draw follows from the seed (mulberry32): a failing seed replays bit for bit. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e3779b1) | 0;
  }

  /** In [0, 1). */
  draw(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  hits(probability: number): boolean {
    return this.draw() < probability;
  }

  upTo(limit: number): number {
    return this.draw() * limit;
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.draw() * of.length)] as T;
  }
}
