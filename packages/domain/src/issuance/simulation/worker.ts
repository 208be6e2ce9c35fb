import type { Answer, CreditAccountNow, RefundsOfOrder, ShopifyReturn } from "@kept/shopify";
import { creditVerdict } from "../credit-account-method.ts";
import { debitAccountMethod, debitVerdict } from "../debit-account-method.ts";
import { pauseAfter, recordOf, type Step, stepWhenReady } from "../decide.ts";
import { isSettled, type LegRow } from "../issuance.ts";
import type { Landed, LegRecord, Look } from "../method.ts";
import { attemptKey } from "../names.ts";
import { refundVerdict } from "../refund-create-method.ts";
import { baselineOf, baseRequest, returnVerdict } from "../return-process-method.ts";
import { bonusTagCarrier, noteTag } from "../tag.ts";
import type { Mutant } from "./mutants.ts";
import type { Records } from "./records.ts";
import type { Hold } from "./rows.ts";

/** What a worker waits for. At each of these it can be killed or frozen, and each can fail. */
export type Effect =
  | { readonly wait: "records"; readonly run: (records: Records) => unknown }
  | { readonly wait: "read"; readonly leg: LegRow; readonly token: number }
  | {
      readonly wait: "send";
      readonly leg: LegRow;
      readonly tag: string;
      readonly key: string;
      readonly token: number;
    }
  | { readonly wait: "sleep"; readonly ms: number };

/** The commit happened, or not: its answer was lost. */
export class AnswerLost extends Error {}

export type Worker = Generator<Effect, never, never>;

export interface World {
  readonly apiVersion: string;
  readonly mutant: Mutant | null;
  now(): Date;
  monotonic(): number;
  /** When the token in use now was issued, and when it dies. Virtual milliseconds. */
  token(): { readonly issued: number; readonly expiresAt: Date };
  randomTag(): string;
}

/** advance-leg.ts, with its waiting made visible: the same steps in the same order, decided by the same functions. */
export function* worker(world: World): Worker {
  for (;;) {
    const claimed: ReturnType<Records["claim"]> | null = yield* attempt((records) => records.claim());
    if (!claimed || "idleMs" in claimed) {
      yield { wait: "sleep", ms: Math.min(Math.max(claimed?.idleMs ?? 0, 2_000), longestSleep(world)) };
      continue;
    }
    const { leg, hold } = claimed;
    try {
      yield* advance(world, leg, hold, claimed.frozen);
    } catch (error) {
      if (!(error instanceof AnswerLost)) throw error;
      yield* attempt((records) => records.putOff(leg, 2_000));
    }
    yield* attempt((records) => records.release(hold));
  }
}

/** While the day is young there is always something to do soon; later, looking every ten minutes is often enough. */
function longestSleep(world: World): number {
  return world.monotonic() < 600_000 ? 3_000 : 600_000;
}

type Step_ = Generator<Effect, void, never>;

function* advance(world: World, id: string, hold: Hold, frozen: boolean): Step_ {
  const record = yield* records((rows) => rows.read(id));
  const { leg, attempts } = record;
  if (isSettled(leg)) return;
  if (leg.state === "sending") {
    yield* records((rows) => rows.unknown(id, attempts.at(-1)?.n ?? 0, "sender_gone", 0));
    return;
  }
  const token = world.token();
  const { baseline, verdict } = yield* look(world, record, token.issued);
  if (leg.state === "unknown") {
    const next: Step | null = yield* records((rows) => rows.weigh(hold, id, verdict));
    if (next?.step === "repeat") yield* repeat(world, leg, hold, token);
    else yield* settle(id, next);
    return;
  }
  const now = world.now();
  const patience = yield* records((rows) => rows.patience);
  const next = stepWhenReady(leg, verdict, { now, frozen }, patience);
  if (next.step === "wait") yield* records((rows) => rows.putOff(id, next.ms));
  if (next.step !== "send") return yield* settle(id, next);
  yield* send(world, record, hold, baseline, token);
}

function* settle(id: string, next: Step | null): Step_ {
  if (next?.step === "confirm") yield* records((rows) => rows.confirm(id, next.landed));
  if (next?.step === "ask") yield* records((rows) => rows.ask(id, next.reason, next.freeze));
}

function* look(world: World, record: LegRecord, token: number): Generator<Effect, Look, never> {
  const { leg } = record;
  if (world.mutant === "naive_retry" && leg.kind === "bonus")
    return { baseline: { refundIds: [], lines: [] }, verdict: { kind: "absent" } };
  const seen = (yield { wait: "read", leg, token }) as Seen | null;
  if (!seen) return { baseline: null, verdict: { kind: "no_evidence", why: "unreadable" } };
  if ("transactions" in seen)
    return leg.method === "debit_account"
      ? { baseline: {}, verdict: debitVerdict(record, seen, world.apiVersion) }
      : { baseline: {}, verdict: creditVerdict(record, seen, world.apiVersion) };
  if (!("status" in seen)) return { baseline: {}, verdict: refundVerdict(record, seen) };
  return { baseline: baselineOf(seen, baseRequest(leg)), verdict: returnVerdict(record, seen) };
}

type Seen = CreditAccountNow | ShopifyReturn | RefundsOfOrder;

function* send(
  world: World,
  { leg }: LegRecord,
  hold: Hold,
  baseline: unknown,
  token: { issued: number; expiresAt: Date },
): Step_ {
  const decidedAt = world.monotonic();
  let began: ReturnType<Records["begin"]>;
  try {
    const given = { baseline, tokenExpiresAt: token.expiresAt };
    began = yield* records((rows) => rows.begin(hold, leg.id, given, (n) => tagOf(world, leg, n)));
  } catch (error) {
    yield* records((rows) => rows.notSent(leg.id, hold));
    throw error;
  }
  if (!began.began) {
    const { untilMs } = began;
    yield* records((rows) => rows.putOff(leg.id, untilMs));
    return;
  }
  const { n, tag } = began;
  const patience = yield* records((rows) => rows.patience);
  const stale = world.monotonic() - decidedAt > patience.decisionLastsMs;
  const answer: Answer<Landed | "look"> = stale
    ? { kind: "not_executed", reason: "too_late" }
    : yield { wait: "send", leg, tag, key: attemptKey(leg.id, n), token: token.issued };
  const what = recordOf(answer, patience);
  if (what.record === "confirmed") yield* records((rows) => rows.confirm(leg.id, what.landed));
  else if (what.record === "not_executed")
    yield* records((rows) => rows.notExecuted(leg.id, n, what.reason, what.againMs));
  else if (what.record === "unknown" && world.mutant === "naive_retry")
    yield* records((rows) => rows.notExecuted(leg.id, n, "naive", patience.firstLookMs));
  else if (what.record === "unknown")
    yield* records((rows) => rows.unknown(leg.id, n, what.reason, patience.firstLookMs));
  else yield* readBack(world, leg.id, n, answer, what.record === "read_back" ? what.outcome : "");
}

/** send-leg.ts, repeatOnce. */
function* repeat(world: World, leg: LegRow, hold: Hold, token: { issued: number; expiresAt: Date }): Step_ {
  const decidedAt = world.monotonic();
  const last = yield* records((rows) => rows.repeat(hold, leg.id, token.expiresAt));
  const patience = yield* records((rows) => rows.patience);
  if (!last || world.monotonic() - decidedAt > patience.decisionLastsMs) return;
  const { n, tag } = last;
  const key = attemptKey(leg.id, n);
  const answer: Answer<Landed | "look"> = yield { wait: "send", leg, tag, key, token: token.issued };
  const what = recordOf(answer, patience);
  const againMs = pauseAfter(world.monotonic() - decidedAt, patience);
  if (what.record === "confirmed") yield* records((rows) => rows.confirm(leg.id, what.landed));
  else if (what.record === "not_executed") yield* records((rows) => rows.putOff(leg.id, what.againMs));
  else if (what.record === "unknown")
    yield* records((rows) => rows.noteRepeat(leg.id, n, what.reason, againMs));
  else yield* readBack(world, leg.id, n, answer, what.outcome);
}

function* readBack(world: World, id: string, n: number, answer: Answer<unknown>, outcome: string): Step_ {
  const record = yield* records((rows) => rows.read(id));
  const { verdict } = yield* look(world, record, world.token().issued);
  if (verdict.kind === "landed") yield* records((rows) => rows.confirm(id, verdict.landed));
  else if (answer.kind === "refused") yield* records((rows) => rows.ask(id, outcome, false, n));
  else yield* records((rows) => rows.unknown(id, n, "answered_not_seen", pauseAfter(0, rows.patience)));
}

function tagOf(world: World, leg: LegRow, n: number): string {
  if (leg.kind === "base") return noteTag(leg.id, n);
  if (leg.method === "debit_account") return debitAccountMethod(world.apiVersion).tag(leg, n, 0);
  if (world.mutant === "random_tag") return world.randomTag();
  return bonusTagCarrier(world.apiVersion, leg.expiresOn).tag(leg.id, n, 0);
}

function* records<T>(run: (records: Records) => T): Generator<Effect, T, never> {
  return (yield { wait: "records", run }) as T;
}

/** The same where a lost answer changes nothing. */
function* attempt<T>(run: (records: Records) => T): Generator<Effect, T | null, never> {
  try {
    return yield* records(run);
  } catch (error) {
    if (error instanceof AnswerLost) return null;
    throw error;
  }
}
