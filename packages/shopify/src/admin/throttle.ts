import { z } from "zod";

/** What is left of the points a shop gives us: a bucket that refills by `restoreRate` points a second. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
  /** What the call was expected to cost; the bucket must hold that much before it is taken. */
  readonly requestedCost: number;
  /** What it did cost. Null when it was not executed. */
  readonly actualCost: number | null;
}

const extensions = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    actualQueryCost: z.number().nullish(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
});

/** Reads `extensions.cost` of an answer. Null when it is missing or misshapen. */
export function throttleStatus(given: unknown): ThrottleStatus | null {
  const read = extensions.safeParse(given);
  if (!read.success) return null;
  const { requestedQueryCost, actualQueryCost, throttleStatus } = read.data.cost;
  return { ...throttleStatus, requestedCost: requestedQueryCost, actualCost: actualQueryCost ?? null };
}

/** Milliseconds until the bucket holds the price of the call: (requested − available) / restoreRate. */
export function waitForPoints(status: ThrottleStatus): number {
  const missing = status.requestedCost - status.currentlyAvailable;
  return missing <= 0 ? 0 : Math.ceil((missing / status.restoreRate) * 1000);
}
