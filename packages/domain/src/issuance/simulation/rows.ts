import type { AttemptRow, LegRow } from "../issuance.ts";

export interface Hold {
  readonly lane: string;
  readonly epoch: number;
  readonly fence: bigint;
}
export interface Lane {
  epoch: number;
  fence: bigint;
  leaseUntil: number;
  frozen: boolean;
}
export interface Rows {
  lanes: Map<string, Lane>;
  legs: Map<string, LegRow>;
  attempts: Map<string, AttemptRow[]>;
  quarantineUntil: number;
}

/** What a worker asks for was lost in a restore: its transaction fails. */
export class Forgotten extends Error {}

/** An attempt as begin-attempt.ts writes it. */
export function newAttempt(
  leg: LegRow,
  hold: Hold,
  given: Pick<AttemptRow, "n" | "tag" | "committedAt" | "tokenExpiresAt" | "baseline">,
): AttemptRow {
  return {
    shopId: leg.shopId,
    legId: leg.id,
    laneId: leg.laneId,
    epoch: hold.epoch,
    fence: hold.fence,
    idempotencyKey: `${leg.id}:${given.n}`,
    apiVersion: "",
    repeatedAt: null,
    requestId: null,
    outcome: null,
    negativeReads: 0,
    lastReadAt: null,
    ...given,
  };
}
