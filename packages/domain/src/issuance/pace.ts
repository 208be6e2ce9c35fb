import type { ThrottleStatus } from "@kept/shopify";

/** What is known of one shop's points, and what this process has under way there. */
interface Bucket {
  /** As Shopify said last, and when; null before it said anything. */
  said: { readonly available: number; readonly at: number } | null;
  maximum: number;
  perMs: number;
  underWay: number;
  /** The most that one call asked for lately: what Shopify sets aside until it knows the true price. */
  peak: number;
}

/**
 * How fast one shop may go. Shopify gives every shop points that come back at a steady rate, says with each answer how
 * many are left, and sets aside the most a call may cost until it is done. A step of a leg begins when there is room for
 * what it and every other step under way may ask for: so next to nothing runs into THROTTLED, and since the bucket is
 * never full meanwhile, no point that comes back is lost. One per process; each answer corrects all guesses.
 */
export class Pace {
  readonly #shops = new Map<string, Bucket>();

  /** What Shopify said about a shop's points, just now. */
  heard(shopId: string, status: ThrottleStatus): void {
    const shop = this.#of(shopId);
    shop.said = { available: status.currentlyAvailable, at: performance.now() };
    shop.maximum = status.maximumAvailable;
    shop.perMs = status.restoreRate / 1000;
    shop.peak = Math.max(shop.peak * forgetting, status.requestedCost);
  }

  /** Begins one step of a leg if there is room for it; `done` ends it. A shop that was never heard of may begin a few. */
  take(shopId: string): { done(): void } | null {
    const shop = this.#of(shopId);
    if (this.#missing(shop) > 0) return null;
    shop.underWay += 1;
    let over = false;
    return {
      done() {
        if (!over) shop.underWay -= 1;
        over = true;
      },
    };
  }

  /** May a step that is under way be followed by another right away, in its place? */
  goesOn(shopId: string): boolean {
    const shop = this.#of(shopId);
    return this.#missing({ ...shop, underWay: Math.max(0, shop.underWay - 1) }) <= 0;
  }

  /** Milliseconds until there is room for one more step, if nothing that is under way ends before. */
  waitMs(shopId: string): number {
    const shop = this.#of(shopId);
    const missing = this.#missing(shop);
    return missing <= 0 ? 0 : shop.perMs > 0 ? missing / shop.perMs : Number.POSITIVE_INFINITY;
  }

  #missing(shop: Bucket): number {
    if (!shop.said) return shop.underWay < firstSteps ? 0 : 1;
    const now = shop.said.available + (performance.now() - shop.said.at) * shop.perMs;
    const needed = (shop.underWay + spare) * shop.peak;
    // A step alone may begin with a full bucket, however dear it is: more than full it never gets.
    const enough = shop.underWay === 0 ? Math.min(needed, shop.maximum) : needed;
    return enough - Math.min(shop.maximum, now);
  }

  #of(shopId: string): Bucket {
    const known = this.#shops.get(shopId);
    if (known) return known;
    const shop = { said: null, maximum: 0, perMs: 0, underWay: 0, peak: 0 };
    this.#shops.set(shopId, shop);
    return shop;
  }
}

/** Steps that may begin before a shop's points are known. */
const firstSteps = 4;
/** Room for the step that begins, and for one that another process begins at the same moment. */
const spare = 2;
/** A dear call of long ago does not count for ever. */
const forgetting = 0.999;
