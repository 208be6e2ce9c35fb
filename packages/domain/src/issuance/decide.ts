import type { Answer } from "@kept/shopify";
import { type AttemptRow, hasKey, type LegRow } from "./issuance.ts";
import type { Landed, Verdict } from "./method.ts";
import type { IssuingPatience } from "./patience.ts";

/**
 * What to do about a leg, decided from facts alone: no clock, no database, no network. The worker and the simulation
 * both ask here, so what the simulation proves is what the product does.
 */
export type Step =
  | { readonly step: "confirm"; readonly landed: Landed; readonly by: "tag" | "quantities" }
  | { readonly step: "ask"; readonly reason: string; readonly freeze: boolean }
  /** Only from `ready`: commit the intent, then send once. */
  | { readonly step: "send" }
  /** Only from `unknown`: proved absent, it is free to be sent once more. */
  | { readonly step: "free" }
  /** Only from `unknown`, and only where Shopify knows keys: the very same request, with the very same key, again. */
  | { readonly step: "repeat"; readonly ms: number }
  /** `counts`: this reading is evidence that nothing moved. */
  | { readonly step: "wait"; readonly ms: number; readonly counts: boolean };

export type AttemptFacts = Pick<
  AttemptRow,
  "n" | "tag" | "committedAt" | "repeatedAt" | "tokenExpiresAt" | "outcome" | "negativeReads" | "lastReadAt"
>;
export type LegFacts = Pick<LegRow, "method" | "deadline" | "createdAt" | "ambiguousAttempts">;

/** A leg that is ready was looked at just before sending it. */
export function stepWhenReady(
  leg: LegFacts,
  verdict: Verdict,
  world: { now: Date; frozen: boolean },
  patience: IssuingPatience,
): Step {
  const known = told(verdict);
  if (known) return known;
  if (world.frozen) return ask("account_frozen");
  if (world.now > leg.deadline) return ask("deadline");
  if (verdict.kind === "absent") return { step: "send" };
  return wait(pauseAfter(since(world.now, leg.createdAt), patience));
}

/** A leg whose outcome is unknown was looked at. `last` is its newest attempt. */
export function stepWhenUnknown(
  leg: LegFacts,
  last: AttemptFacts,
  verdict: Verdict,
  world: { now: Date; frozen: boolean },
  patience: IssuingPatience,
): Step {
  const known = told(verdict);
  if (known) return known;
  const { now } = world;
  const absent = verdict.kind === "absent";
  if (world.frozen) return ask("account_frozen");
  if (absent && onlyAPersonKnows([last])) return ask(untaggedUnclear);
  if (now > leg.deadline) return ask("deadline");
  if (
    !absent &&
    isBroken(verdict) &&
    since(now, last.lastReadAt ?? last.committedAt) > patience.brokenChainMs
  )
    return { step: "ask", reason: "balances_do_not_follow", freeze: true };
  const pause = pauseAfter(since(now, last.committedAt), patience);
  if (hasKey(leg) && last.outcome === keyMismatch) return ask("key_mismatch");
  if (absent && mayRepeat(leg, last, now, patience)) return { step: "repeat", ms: pause };
  const counts = absent && since(now, last.lastReadAt) >= patience.betweenReadsMs;
  // A key that outlived its day proves nothing any more: then only the note, or a person, tells.
  const tells = !hasKey(leg) || last.outcome === keyFailed;
  const proved =
    tells && counts && last.negativeReads + 1 >= patience.readsNeeded && !mayStillLand(last, now, patience);
  if (!proved) return { ...wait(pause), counts };
  // Shopify said yes and shows nothing: whatever this is, sending again is not the answer.
  if (last.outcome === answeredNotSeen) return ask("answered_not_seen");
  return leg.ambiguousAttempts >= patience.mostAmbiguous ? ask("absent_twice") : { step: "free" };
}

/**
 * May the attempt's own request go out again? Shopify keeps a key for a day and answers the same request with what it
 * did the first time. Not once Shopify said that the key is spent on a failure; and not near the end of the day, after
 * which the same request would be a new one.
 */
export function mayRepeat(
  leg: Pick<LegFacts, "method">,
  last: Pick<AttemptFacts, "committedAt" | "outcome">,
  now: Date,
  patience: IssuingPatience,
): boolean {
  const spent = last.outcome === keyFailed || last.outcome === keyMismatch;
  return hasKey(leg) && !spent && since(now, last.committedAt) < patience.keyLastsMs;
}

/** Shopify's words about a key, as outcomes: what was sent with it failed for good, or it belongs to something else. */
const keyFailed = "unknown:previous_attempt_failed";
const keyMismatch = "unknown:key_mismatch";

/**
 * How much an attempt in doubt counts towards asking a person: Shopify's not answering does, our own worker's death
 * does not. It is looked up with the same care, but says nothing about the account or the request.
 */
export function doubtOf(reason: string): 0 | 1 {
  return reason === "sender_gone" ? 0 : 1;
}

/** Why a person is asked about what carried no tag. */
export const untaggedUnclear = "untagged_unclear";

/** What an attempt's outcome is called when Shopify said yes and a look did not find it yet. */
export const answeredNotSeen = "unknown:answered_not_seen";

/**
 * Could a request of this attempt still arrive and be executed? Not when Shopify proved that it was not executed or
 * refused; otherwise for as long as a request may be under way and its token alive. While this holds, nothing else is
 * sent for the leg, whoever asks.
 */
export function mayStillLand(attempt: AttemptFacts, now: Date, patience: IssuingPatience): boolean {
  // A key that is spent on a failure refuses whatever still arrives with it.
  const proof = provedUndone(attempt) || attempt.outcome === keyFailed;
  return !proof && now < quietFrom(attempt, patience);
}

/**
 * Can only a person say whether an attempt arrived? What carried no tag cannot be told from anybody else's movement of
 * the same amount, however long one looks: it is never taken for absent.
 */
export function onlyAPersonKnows(attempts: readonly Pick<AttemptFacts, "tag" | "outcome">[]): boolean {
  return attempts.some((attempt) => isUntagged(attempt) && !provedUndone(attempt));
}

function isUntagged({ tag }: Pick<AttemptFacts, "tag">): boolean {
  return tag.startsWith("untagged:");
}

/** Shopify proved that it was not executed, or refused it. */
function provedUndone({ outcome }: Pick<AttemptFacts, "outcome">): boolean {
  return outcome?.startsWith("not_executed:") === true || outcome?.startsWith("refused:") === true;
}

/** From when on a request of this attempt cannot land any more. */
export function quietFrom(
  attempt: Pick<AttemptRow, "committedAt" | "repeatedAt" | "tokenExpiresAt">,
  patience: IssuingPatience,
): Date {
  const { committedAt, repeatedAt, tokenExpiresAt } = attempt;
  const sent = (repeatedAt ?? committedAt).getTime();
  const arrived = sent + patience.sinceSendMs;
  const fenced = tokenExpiresAt
    ? tokenExpiresAt.getTime() + patience.sinceTokenDiedMs
    : sent + patience.withoutTokenFenceMs;
  return new Date(Math.max(arrived, fenced));
}

/** What a mutation's answer leads to, by the table of reliability 2.5. */
export type Recorded =
  | { readonly record: "confirmed"; readonly landed: Landed }
  | { readonly record: "read_back"; readonly because: "answered" | "refused"; readonly outcome: string }
  | { readonly record: "not_executed"; readonly reason: string; readonly againMs: number }
  | { readonly record: "unknown"; readonly reason: string };

export function recordOf(answer: Answer<Landed | "look">, patience: IssuingPatience): Recorded {
  switch (answer.kind) {
    case "done":
      return answer.value === "look"
        ? { record: "read_back", because: "answered", outcome: answeredNotSeen }
        : { record: "confirmed", landed: answer.value };
    case "refused":
      return { record: "read_back", because: "refused", outcome: `refused:${answer.code}` };
    case "not_executed": {
      const closed = Math.min(doors[answer.reason] ?? 0, patience.usualLookMs);
      const againMs = Math.max(answer.retryAfterMs ?? closed, patience.firstLookMs);
      return { record: "not_executed", reason: answer.reason, againMs };
    }
    case "unknown":
      return { record: "unknown", reason: answer.reason };
  }
}

/** How long to wait before knocking again where somebody has to act first. */
const doors: Readonly<Record<string, number>> = {
  unauthorized: 60_000,
  payment_required: 600_000,
  forbidden: 60_000,
  not_found: 60_000,
  locked: 600_000,
};

/** Looks come apart as time goes by: after 2, 6, 18, 54 seconds …, and never further than the usual pause. */
export function pauseAfter(elapsedMs: number, patience: IssuingPatience): number {
  return Math.min(Math.max(2 * elapsedMs, patience.firstLookMs), patience.usualLookMs);
}

function told(verdict: Verdict): Step | null {
  if (verdict.kind === "landed") return { step: "confirm", landed: verdict.landed, by: verdict.by };
  if (verdict.kind === "ask") return { step: "ask", reason: verdict.why, freeze: verdict.freeze };
  return null;
}

function ask(reason: string): Step {
  return { step: "ask", reason, freeze: false };
}

function wait(ms: number) {
  return { step: "wait", ms, counts: false } as const;
}

function isBroken(verdict: Verdict): boolean {
  return verdict.kind === "no_evidence" && verdict.why === "balances_do_not_follow";
}

function since(now: Date, then: Date | null): number {
  return then ? now.getTime() - then.getTime() : Number.POSITIVE_INFINITY;
}
