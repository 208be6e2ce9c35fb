/** What an idempotency key was used for. Kept for 24 hours of the stand-in's clock. */
export interface RememberedKey {
  id: number;
  key: string;
  operation: string;
  /** Digest of the operation's parameters. */
  fingerprint: string;
  at: string;
  outcome: "succeeded" | "failed" | "in-flight";
  /** What it made, to rebuild the answer from today's records. */
  resultId: number | null;
}
