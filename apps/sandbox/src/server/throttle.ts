import type { Shop } from "../shop/shop.ts";

/** Points a plan gets back per second; a bucket holds twenty seconds of them. */
const restoreRates: Record<Shop["plan"], number> = {
  standard: 100,
  advanced: 200,
  plus: 1000,
  enterprise: 2000,
};

/** More than this in one query is refused outright. */
export const mostPerQuery = 1_000;

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

interface Bucket {
  available: number;
  at: number;
}

/** The leaky buckets, one per app and shop, on real time. */
export class Throttle {
  /** Wide open: for measuring everything but the throttle. */
  open = false;
  private readonly buckets = new Map<string, Bucket>();

  /** Takes the points a request asks for, or says that there are not enough. */
  take(
    shop: Pick<Shop, "domain" | "plan">,
    app: string,
    points: number,
  ): { taken: boolean; status: ThrottleStatus } {
    const bucket = this.refilled(shop, app);
    const taken = this.open || bucket.available >= points;
    if (taken && !this.open) bucket.available -= points;
    return { taken, status: this.statusOf(shop, bucket) };
  }

  /** Gives back what was asked for but not used. */
  giveBack(shop: Pick<Shop, "domain" | "plan">, app: string, points: number): ThrottleStatus {
    const bucket = this.refilled(shop, app);
    bucket.available = Math.min(this.sizeOf(shop), bucket.available + points);
    return this.statusOf(shop, bucket);
  }

  reset(): void {
    this.buckets.clear();
  }

  private refilled(shop: Pick<Shop, "domain" | "plan">, app: string): Bucket {
    const key = `${shop.domain}/${app}`;
    const now = Date.now();
    const bucket = this.buckets.get(key) ?? { available: this.sizeOf(shop), at: now };
    const back = ((now - bucket.at) * restoreRates[shop.plan]) / 1000;
    bucket.available = Math.min(this.sizeOf(shop), bucket.available + back);
    bucket.at = now;
    this.buckets.set(key, bucket);
    return bucket;
  }

  private sizeOf(shop: Pick<Shop, "plan">): number {
    return restoreRates[shop.plan] * 20;
  }

  private statusOf(shop: Pick<Shop, "plan">, bucket: Bucket): ThrottleStatus {
    return {
      maximumAvailable: this.sizeOf(shop),
      currentlyAvailable: Math.floor(bucket.available),
      restoreRate: restoreRates[shop.plan],
    };
  }
}
