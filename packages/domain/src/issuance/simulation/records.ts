import { doubtOf, mayRepeat, mayStillLand, quietFrom, type Step, stepWhenUnknown } from "../decide.ts";
import { type AttemptRow, isSettled, type LegRow } from "../issuance.ts";
import type { Landed, LegRecord, Verdict } from "../method.ts";
import { type IssuingPatience, usualIssuingPatience } from "../patience.ts";
import type { Mutant } from "./mutants.ts";
import { Forgotten, type Hold, type Lane, newAttempt, type Rows } from "./rows.ts";
import type { Timeline } from "./timeline.ts";
import type { World } from "./worker.ts";

/**
 * The database's part, in memory: the same transactions with the same guards as begin-attempt.ts, record-leg.ts,
 * resolve-leg.ts and lane.ts, each all or nothing at one moment of virtual time. What they decide, they ask decide.ts.
 */
export class Records {
  #rows: Rows = { lanes: new Map(), legs: new Map(), attempts: new Map(), quarantineUntil: -1 };
  readonly #time: Timeline;
  readonly #mutant: Mutant | null;
  /** Whether this version of the API has notes, so that debits can be told apart. */
  readonly #notes: boolean;
  readonly patience: IssuingPatience = usualIssuingPatience;

  constructor(time: Timeline, world: Pick<World, "apiVersion" | "mutant">) {
    this.#time = time;
    this.#mutant = world.mutant;
    this.#notes = world.apiVersion >= "2027-01";
  }

  add(leg: LegRow): void {
    this.#rows.legs.set(leg.id, leg);
    this.#rows.attempts.set(leg.id, []);
    if (!this.#rows.lanes.has(leg.laneId))
      this.#rows.lanes.set(leg.laneId, { epoch: 1, fence: 0n, leaseUntil: -1, frozen: false });
  }

  knows(id: string): boolean {
    return this.#rows.legs.has(id);
  }

  legs(): LegRow[] {
    return [...this.#rows.legs.values()];
  }

  /** due-legs.ts and lane.ts: the next leg that is due, with its lane. Otherwise how long until one might be. */
  claim(): { leg: string; hold: Hold; frozen: boolean } | { idleMs: number } {
    let soonest = Number.POSITIVE_INFINITY;
    for (const leg of this.#rows.legs.values()) {
      if (isSettled(leg) || this.#mustWait(leg)) continue;
      const lane = this.#lane(leg.laneId);
      const due = Math.max(leg.nextAt.getTime() - this.#time.date(0).getTime(), lane.leaseUntil + 1);
      if (due > this.#time.now && this.#mutant !== "no_lane") {
        soonest = Math.min(soonest, due);
        continue;
      }
      lane.fence += 1n;
      lane.leaseUntil = this.#time.now + this.patience.leaseMs;
      return {
        leg: leg.id,
        hold: { lane: leg.laneId, epoch: lane.epoch, fence: lane.fence },
        frozen: lane.frozen,
      };
    }
    return { idleMs: soonest - this.#time.now };
  }

  read(id: string): LegRecord {
    const leg = this.#leg(id);
    const others = this.legs().filter((other) => other.laneId === leg.laneId && other.id !== id);
    return {
      leg: { ...leg },
      attempts: this.#attempts(id).map((attempt) => ({ ...attempt })),
      others: {
        tags: new Set(others.flatMap((other) => this.#attempts(other.id).map(({ tag }) => tag))),
        transactions: new Set(others.flatMap(({ remoteTransactionGid }) => remoteTransactionGid ?? [])),
        open: new Set(
          others.flatMap((other) =>
            other.kind === "bonus" && !other.remoteTransactionGid ? [other.id] : [],
          ),
        ),
      },
    };
  }

  begin(
    hold: Hold,
    id: string,
    given: Pick<AttemptRow, "tokenExpiresAt" | "baseline">,
    tag: (n: number) => string,
  ) {
    const leg = this.#leg(id);
    const lane = this.#lane(hold.lane);
    const attempts = this.#attempts(id);
    if (this.#mutant !== "no_lane") {
      if (!this.#holds(hold) || lane.frozen)
        return { began: false, untilMs: this.patience.firstLookMs } as const;
      if (leg.state !== "ready" || this.#mustWait(leg))
        return { began: false, untilMs: this.patience.firstLookMs } as const;
    }
    lane.leaseUntil = this.#time.now + this.patience.leaseMs;
    if (this.#time.now < this.#rows.quarantineUntil)
      return { began: false, untilMs: this.#rows.quarantineUntil - this.#time.now } as const;
    const open = attempts.filter((attempt) => mayStillLand(attempt, this.#time.date(), this.patience));
    if (open.length > 0 && this.#careful()) {
      const quiet = Math.max(...open.map((attempt) => quietFrom(attempt, this.patience).getTime()));
      return { began: false, untilMs: quiet - this.#time.date().getTime() } as const;
    }
    const n = attempts.length + 1;
    attempts.push(newAttempt(leg, hold, { n, tag: tag(n), committedAt: this.#time.date(), ...given }));
    leg.state = "sending";
    return { began: true, n, tag: tag(n) } as const;
  }

  weigh(hold: Hold, id: string, verdict: Verdict): Step | null {
    const leg = this.#leg(id);
    if (leg.state !== "unknown" || (verdict.kind !== "landed" && !this.#holds(hold))) return null;
    const last = this.#attempts(id).at(-1);
    if (!last) return { step: "ask", reason: "no_attempt", freeze: true };
    const now = this.#time.date();
    const decided = stepWhenUnknown(
      leg,
      last,
      verdict,
      { now, frozen: this.#lane(leg.laneId).frozen },
      this.patience,
    );
    const next: Step =
      decided.step === "wait" && verdict.kind === "absent" && !this.#careful() ? { step: "free" } : decided;
    if (next.step === "free" || (next.step === "wait" && next.counts)) {
      last.negativeReads += 1;
      last.lastReadAt = now;
    }
    if (next.step === "free") Object.assign(leg, { state: "ready", nextAt: now });
    if (next.step === "wait" || next.step === "repeat")
      leg.nextAt = this.#time.date(this.#time.now + next.ms);
    return next;
  }

  /** begin-attempt.ts, beginRepeat: the newest attempt's own request, once more. */
  repeat(hold: Hold, id: string, tokenExpiresAt: Date): AttemptRow | null {
    const leg = this.#leg(id);
    const last = this.#attempts(id).at(-1);
    const now = this.#time.date();
    if (!last || leg.state !== "unknown" || !this.#holds(hold) || this.#lane(hold.lane).frozen) return null;
    if (this.#time.now < this.#rows.quarantineUntil || !mayRepeat(leg, last, now, this.patience)) return null;
    this.#lane(hold.lane).leaseUntil = this.#time.now + this.patience.leaseMs;
    Object.assign(last, { repeatedAt: now, tokenExpiresAt });
    return { ...last };
  }

  /** record-leg.ts, noteRepeat. */
  noteRepeat(id: string, n: number, reason: string, againMs: number): void {
    const leg = this.#leg(id);
    if (leg.state !== "unknown" || !this.#isNewest(id, n)) return;
    this.#close(id, n, `unknown:${reason}`);
    leg.nextAt = this.#time.date(this.#time.now + againMs);
  }

  confirm(id: string, landed: Landed): void {
    const leg = this.#leg(id);
    const { transactionGid, refundGid } = landed;
    const seen = transactionGid ?? refundGid;
    const known = leg.remoteTransactionGid ?? leg.remoteRefundGid;
    if (leg.state === "confirmed") {
      if (known !== seen) this.#lane(leg.laneId).frozen = true;
      return;
    }
    Object.assign(leg, {
      state: "confirmed",
      remoteTransactionGid: transactionGid,
      remoteRefundGid: refundGid,
    });
  }

  unknown(id: string, n: number, reason: string, againMs: number): void {
    const leg = this.#leg(id);
    if (leg.state !== "sending" || !this.#isNewest(id, n)) return;
    this.#close(id, n, `unknown:${reason}`);
    leg.ambiguousAttempts += doubtOf(reason);
    Object.assign(leg, { state: "unknown", nextAt: this.#time.date(this.#time.now + againMs) });
  }

  notExecuted(id: string, n: number, reason: string, againMs: number): void {
    const leg = this.#leg(id);
    if (leg.state !== "sending" || (!this.#isNewest(id, n) && this.#mutant !== "no_lane")) return;
    this.#close(id, n, `not_executed:${reason}`);
    Object.assign(leg, { state: "ready", nextAt: this.#time.date(this.#time.now + againMs) });
  }

  notSent(id: string, hold: Hold): void {
    const last = this.#attempts(id).at(-1);
    if (last?.epoch !== hold.epoch || last.fence !== hold.fence) return;
    this.notExecuted(id, last.n, "not_sent", this.patience.firstLookMs);
  }

  ask(id: string, reason: string, freeze: boolean, n?: number): void {
    const leg = this.#leg(id);
    if (isSettled(leg)) return;
    if (n !== undefined) {
      this.#close(id, n, reason);
      if (!this.#isNewest(id, n)) return;
    }
    Object.assign(leg, { state: "human", reason });
    if (freeze) this.#lane(leg.laneId).frozen = true;
  }

  putOff(id: string, ms: number): void {
    const leg = this.#leg(id);
    if (!isSettled(leg) && leg.state !== "sending") leg.nextAt = this.#time.date(this.#time.now + ms);
  }

  release(hold: Hold): void {
    const lane = this.#lane(hold.lane);
    if (lane.epoch === hold.epoch && lane.fence === hold.fence) lane.leaseUntil = -1;
  }

  snapshot(): Rows {
    return structuredClone(this.#rows);
  }

  /** after-restore.ts: newer fences for everybody, and a quarantine. */
  restore(rows: Rows, quarantineMs: number): void {
    this.#rows = rows;
    if (this.#mutant === "no_epoch") return;
    for (const lane of rows.lanes.values()) {
      lane.epoch += 1;
      lane.leaseUntil = -1;
    }
    rows.quarantineUntil = this.#time.now + quarantineMs;
    for (const leg of rows.legs.values())
      if (leg.state === "ready" && leg.method === "debit_account" && !this.#notes)
        Object.assign(leg, { state: "human", reason: "restored_untagged" });
  }

  /** The mutants that do not wait for certainty. */
  #careful(): boolean {
    return !["naive_retry", "resend_at_first_absence", "no_lane"].includes(this.#mutant ?? "");
  }

  /** A bonus before its base, or a leg whose account is busy with another. */
  #mustWait(leg: LegRow): boolean {
    if (leg.state !== "ready") return false;
    for (const other of this.#rows.legs.values()) {
      if (other.id === leg.id) continue;
      if (other.laneId === leg.laneId && (other.state === "sending" || other.state === "unknown"))
        return true;
      const isBase = leg.kind === "bonus" && other.kind === "base" && other.issuanceId === leg.issuanceId;
      if (isBase && other.state !== "confirmed") return true;
    }
    return false;
  }

  #holds(hold: Hold): boolean {
    const lane = this.#lane(hold.lane);
    return lane.epoch === hold.epoch && lane.fence === hold.fence && lane.leaseUntil > this.#time.now;
  }

  #isNewest(id: string, n: number): boolean {
    return this.#attempts(id).at(-1)?.n === n;
  }

  #close(id: string, n: number, outcome: string): void {
    const attempt = this.#attempts(id).find((each) => each.n === n);
    if (attempt) attempt.outcome = outcome;
  }

  #leg(id: string): LegRow {
    const leg = this.#rows.legs.get(id);
    if (!leg) throw new Forgotten();
    return leg;
  }

  #lane(id: string): Lane {
    const lane = this.#rows.lanes.get(id);
    if (!lane) throw new Forgotten();
    return lane;
  }

  #attempts(id: string): AttemptRow[] {
    return this.#rows.attempts.get(id) ?? [];
  }
}
