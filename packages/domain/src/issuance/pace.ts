import type { ThrottleStatus } from "@kept/shopify";

/**
 * How fast one shop may go. Shopify gives every shop points that come back at a steady rate and says with each answer
 * how many are left; between answers what was spent meanwhile is guessed, so that work stops just above nothing
 * instead of running into THROTTLED. One per process: each answer corrects all guesses.
 */
export class Pace {
  readonly #shops = new Map<string, { available: number; maximum: number; perMs: number; at: number }>();

  /** What Shopify said about a shop's points, just now. */
  heard(shopId: string, status: ThrottleStatus): void {
    const { currentlyAvailable, maximumAvailable, restoreRate } = status;
    this.#shops.set(shopId, {
      available: currentlyAvailable,
      maximum: maximumAvailable,
      perMs: restoreRate / 1000,
      at: performance.now(),
    });
  }

  /** Takes the points of one step of a leg, if they are there. A shop that was never heard of may begin. */
  take(shopId: string): boolean {
    const shop = this.#shops.get(shopId);
    if (!shop) return true;
    const now = performance.now();
    shop.available = Math.min(shop.maximum, shop.available + (now - shop.at) * shop.perMs);
    shop.at = now;
    if (shop.available < pointsPerStep) return false;
    shop.available -= pointsPerStep;
    return true;
  }
}

/** A look and a send, as Shopify counts them; a bonus costs about 35, a base somewhat more. */
const pointsPerStep = 60;
