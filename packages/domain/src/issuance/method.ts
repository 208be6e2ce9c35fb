import type { Money } from "@kept/money";
import type { Admin, Answer, CreditTransaction } from "@kept/shopify";
import type { AttemptRow, LegRow } from "./issuance.ts";

/** What was read about a leg's world before deciding, and what it says about the leg. */
export interface Look {
  /** Kept with the next attempt: what later movements are told from. JSON. */
  readonly baseline: unknown;
  readonly verdict: Verdict;
  /** Movements on the account that were seen on the way, ours and foreign. */
  readonly observed?: readonly CreditTransaction[];
}

/** A leg with everything we know about it: its attempts, oldest first, and what on its account belongs to others. */
export interface LegRecord {
  readonly leg: LegRow;
  readonly attempts: readonly AttemptRow[];
  readonly others: Others;
}

/** What other legs of the same account have claimed: never ours, however alike. */
export interface Others {
  readonly tags: ReadonlySet<string>;
  readonly transactions: ReadonlySet<string>;
  /** Bonuses that answer to no transaction yet. */
  readonly open: ReadonlySet<string>;
}

export type Verdict =
  /** Shopify's record shows our money moved, exactly once. */
  | { readonly kind: "landed"; readonly landed: Landed; readonly by: "tag" | "quantities" }
  /** A complete reading shows no trace of it. */
  | { readonly kind: "absent" }
  /** The reading is torn or stale: no evidence either way. */
  | { readonly kind: "no_evidence"; readonly why: string }
  /** Only a person can tell, or must: the reason is shown with what was read. */
  | { readonly kind: "ask"; readonly why: string; readonly freeze: boolean };

/** Where the money is, in Shopify's own names. */
export interface Landed {
  readonly transactionGid: string | null;
  readonly refundGid: string | null;
  readonly accountGid: string | null;
  /** The account's balance right after, where Shopify said. */
  readonly balance: Money | null;
}

/** One decision to send, as it was committed before the call. */
export interface Sending {
  readonly leg: LegRow;
  readonly attempt: Pick<AttemptRow, "n" | "tag" | "idempotencyKey">;
  /** Monotonic (performance.now): after it the decision is stale and must not leave. */
  readonly notAfter: number;
}

/** How one kind of movement is looked up and sent. Looking is always safe; sending is once per decision. */
export interface Method {
  look(admin: Admin, record: LegRecord): Promise<Look>;
  /** The tag of an attempt; salts 0…n are other tags for the same attempt, for when one is taken on the account. */
  tag(leg: LegRow, attempt: number, salt: number): string;
  send(admin: Admin, sending: Sending): Promise<Answer<Landed | "look">>;
}
