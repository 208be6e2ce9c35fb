/**
 * Every waiting time that decides about money, in milliseconds and in one place (reliability 2.4, 2.6). Tests and the
 * chaos run shorten them through the tools; the rules that use them are the same everywhere.
 */
export interface IssuingPatience {
  /** How long a lane is held without a sign of life. Longer than the longest send. */
  readonly leaseMs: number;
  /** How long after the intent was committed the request may still leave. */
  readonly decisionLastsMs: number;
  /** The first and the longest pause between two looks at the same leg. */
  readonly firstLookMs: number;
  readonly usualLookMs: number;
  /** Readings without a trace that must precede sending once more, and how far apart they must be. */
  readonly readsNeeded: number;
  readonly betweenReadsMs: number;
  /** A request that was ever to arrive has arrived this long after it left … */
  readonly sinceSendMs: number;
  /** … and finds its token dead this long after the token died. */
  readonly sinceTokenDiedMs: number;
  /** Where tokens never die, only time tells. */
  readonly withoutTokenFenceMs: number;
  /** For how long a request with a key is sent again with the same key: less than the day for which Shopify keeps it. */
  readonly keyLastsMs: number;
  /** Balances that have not followed from one another for this long are a person's matter. */
  readonly brokenChainMs: number;
  /** How long a leg may stay open before a person is asked. */
  readonly settleMs: number;
  /** So many attempts may end in doubt before a person is asked. */
  readonly mostAmbiguous: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

export const usualIssuingPatience: IssuingPatience = {
  leaseMs: minute,
  decisionLastsMs: 5 * second,
  firstLookMs: 2 * second,
  usualLookMs: 5 * minute,
  readsNeeded: 3,
  betweenReadsMs: minute,
  sinceSendMs: 10 * minute,
  sinceTokenDiedMs: 2 * minute,
  withoutTokenFenceMs: 6 * hour,
  keyLastsMs: 23 * hour,
  brokenChainMs: hour,
  settleMs: 24 * hour,
  mostAmbiguous: 2,
};
