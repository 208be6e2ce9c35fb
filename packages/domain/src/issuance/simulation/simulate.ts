import type { Answer } from "@kept/shopify";
import { isSettled, type LegRow } from "../issuance.ts";
import type { Landed } from "../method.ts";
import { issuanceName, legName } from "../names.ts";
import { bonusTagCarrier } from "../tag.ts";
import { Chance } from "./chance.ts";
import type { Mutant } from "./mutants.ts";
import { Forgotten, Records } from "./records.ts";
import { SimulatedShopify } from "./shopify.ts";
import { Timeline } from "./timeline.ts";
import { AnswerLost, type Effect, type Worker, type World, worker } from "./worker.ts";

const second = 1_000;
const hour = 3_600 * second;
const troubleEnds = 6 * hour;
const issuancesPerSeed = 4;
const customers = ["gid://shopify/Customer/1", "gid://shopify/Customer/2"];
const bonusMinor = 200n;

export interface Outcome {
  readonly issuances: number;
  /** Legs for which Shopify moved money more than once. */
  readonly double: number;
  /**
   * Legs we call confirmed by a movement that is not theirs. A base whose return staff processed by hand with exactly
   * its money, while our own answer was lost, is given: the return's own refund is its movement.
   */
  readonly falseConfirm: number;
  readonly stuck: number;
  /** Issuances that ask a person. */
  readonly human: number;
  readonly reasons: readonly string[];
}

/**
 * One seed is one day in the life of four issuances on two accounts: workers are killed and frozen at every step,
 * answers are lost, reads lag and tear, tokens die, staff give the same amounts, and some days are restored from a
 * snapshot. How often what goes wrong is drawn per seed.
 */
export function simulate(seed: number, mutant: Mutant | null = null): Outcome {
  return new Day(seed, mutant).run();
}

class Day {
  readonly #chance: Chance;
  readonly #time = new Timeline(new Date("2026-11-24T00:00:00Z"));
  readonly #records: Records;
  readonly #shopify: SimulatedShopify;
  readonly #world: World;
  readonly #apiVersion: string;
  readonly #notesReachRefunds: boolean;
  readonly #rates: { fault: number; kill: number; freeze: number; lost: number };

  constructor(seed: number, mutant: Mutant | null) {
    const chance = new Chance(seed);
    this.#chance = chance;
    this.#records = new Records(this.#time, mutant);
    this.#notesReachRefunds = chance.hits(0.7);
    this.#shopify = new SimulatedShopify(this.#time, this.#notesReachRefunds);
    this.#apiVersion = chance.hits(0.3) ? "2027-01" : "2026-10";
    this.#rates = {
      fault: chance.upTo(0.5),
      kill: chance.upTo(0.08),
      freeze: chance.upTo(0.06),
      lost: chance.upTo(0.05),
    };
    const time = this.#time;
    this.#world = {
      apiVersion: this.#apiVersion,
      mutant,
      now: () => time.date(),
      monotonic: () => time.now,
      token() {
        const issued = Math.floor(time.now / (hour / 2)) * (hour / 2);
        return { issued, expiresAt: time.date(issued + hour) };
      },
      randomTag: () =>
        new Date(Date.UTC(2027, 10, 24, 12) + Math.floor(chance.upTo(43_200)) * second).toISOString(),
    };
  }

  run(): Outcome {
    const restored = this.#chance.hits(0.3);
    for (let i = 0; i < issuancesPerSeed; i += 1) {
      const at = this.#chance.upTo(120 * second);
      this.#time.after(at, () => this.#approve(i));
      if (restored && i === 0) this.#planRestore(at);
    }
    for (let i = 0; i < 3; i += 1) this.#start();
    this.#othersMoveMoney();
    while (this.#time.now < 26 * hour && this.#time.step())
      if (this.#time.now > 9 * hour && this.#isOver()) break;
    return this.#outcome();
  }

  #approve(i: number): void {
    const issuanceId = issuanceName("shop", `return ${i}`, 1);
    if (this.#records.knows(legName(issuanceId, "base"))) return;
    const common = {
      shopId: "shop",
      issuanceId,
      returnId: `return ${i}`,
      laneId: `lane ${i % 2}`,
      orderGid: `gid://shopify/Order/${i}`,
      currency: "USD",
      requestHash: Buffer.alloc(0),
      state: "ready" as const,
      ambiguousAttempts: 0,
      nextAt: this.#time.date(),
      deadline: this.#time.date(this.#time.now + 24 * hour),
      remoteTransactionGid: null,
      remoteRefundGid: null,
      matchQuality: null,
      reason: null,
      confirmedAt: null,
      createdAt: this.#time.date(),
    };
    const customerGid = customers[i % 2] ?? "";
    this.#records.add({
      ...common,
      id: legName(issuanceId, "base"),
      kind: "base",
      method: "return_process",
      amountMinor: 2_000n,
      expiresOn: null,
      request: {
        returnGid: `gid://shopify/Return/${i}`,
        destination: "store_credit",
        customerGid,
        lines: [{ id: `gid://shopify/ReturnLineItem/${i}`, quantity: 1 }],
        payments: [],
      },
    });
    this.#records.add({
      ...common,
      id: legName(issuanceId, "bonus"),
      kind: "bonus",
      method: "credit_account",
      amountMinor: bonusMinor,
      expiresOn: "2027-11-24",
      request: { customerGid, amount: { amount: "2.00", currency: "USD" } },
    });
  }

  /** Staff and other apps give the very amounts we give, take some back, and now and then refund a return by hand. */
  #othersMoveMoney(): void {
    for (let i = 0; i < 5; i += 1) {
      const amount = this.#chance.one([bonusMinor, bonusMinor, 2_000n]);
      const customer = this.#chance.one(customers);
      this.#time.after(this.#chance.upTo(hour), () =>
        this.#shopify.credit(customer, amount, { leg: null, event: "ADJUSTMENT" }),
      );
    }
    if (!this.#chance.hits(0.01)) return;
    this.#time.after(this.#chance.upTo(hour), () => {
      const bases = this.#records.legs().filter(({ kind }) => kind === "base");
      if (bases.length > 0) this.#shopify.processReturn(this.#chance.one(bases), "", "staff");
    });
  }

  /**
   * A restore that forgets a few seconds or a few minutes, more often than not while the first issuance is under way.
   * What was approved since the snapshot is forgotten too, and approved again by the same people.
   */
  #planRestore(busyAt: number): void {
    const busy = this.#chance.hits(0.7);
    const takenAt = busy ? busyAt + this.#chance.upTo(4 * second) : this.#chance.upTo(150 * second);
    this.#time.after(takenAt, () => {
      const rows = this.#records.snapshot();
      const quarantine = hour + 600 * second;
      this.#time.after(this.#chance.upTo((busy ? 12 : 90) * second), () => {
        const approved = this.#records.legs();
        this.#records.restore(rows, quarantine);
        for (let i = 0; i < issuancesPerSeed; i += 1) {
          const forgotten = (leg: LegRow) => leg.returnId === `return ${i}` && !rows.legs.has(leg.id);
          if (approved.some(forgotten))
            this.#time.after(this.#chance.upTo(120 * second), () => this.#approve(i));
        }
      });
    });
  }

  #start(): void {
    this.#resume(worker(this.#world), undefined);
  }

  /** Lets a worker take its next step; it may die just before it, or stand still for up to two hours. */
  #resume(running: Worker, given: unknown, lost = false): void {
    const troubled = this.#time.now < troubleEnds;
    if (troubled && this.#chance.hits(this.#rates.kill)) {
      this.#time.after(this.#chance.upTo(5 * second), () => this.#start());
      return;
    }
    const go = () => {
      const { value } = lost ? running.throw(new AnswerLost()) : running.next(given as never);
      this.#carryOut(running, value);
    };
    if (troubled && this.#chance.hits(this.#rates.freeze))
      this.#time.after(this.#chance.draw() * this.#chance.upTo(2 * hour), go);
    else go();
  }

  #carryOut(running: Worker, effect: Effect): void {
    switch (effect.wait) {
      case "sleep":
        this.#time.after(effect.ms, () => this.#resume(running, undefined));
        return;
      case "records":
        this.#time.after(1 + this.#chance.upTo(20), () => {
          const lost = this.#time.now < troubleEnds && this.#chance.hits(this.#rates.lost);
          // Half of the lost answers are of commits that never happened.
          if (lost && this.#chance.hits(0.5)) return this.#resume(running, undefined, true);
          const result = this.#transact(effect);
          this.#resume(running, result, lost || result instanceof Forgotten);
        });
        return;
      case "read":
        this.#read(effect.leg, effect.token, (seen) => this.#resume(running, seen));
        return;
      case "send":
        // Between the last check and the socket a process can be frozen too: then only its token's death helps.
        if (this.#time.now < troubleEnds && this.#chance.hits(this.#rates.freeze))
          this.#time.after(this.#chance.draw() * this.#chance.upTo(2 * hour), () =>
            this.#send(running, effect),
          );
        else this.#send(running, effect);
    }
  }

  #transact(effect: Extract<Effect, { wait: "records" }>): unknown {
    try {
      return effect.run(this.#records);
    } catch (error) {
      if (error instanceof Forgotten) return error;
      throw error;
    }
  }

  #read(leg: LegRow, token: number, answer: (seen: unknown) => void): void {
    this.#time.after(this.#chance.upTo(200), () => {
      const blind = this.#chance.hits(this.#rates.fault * 0.3) || this.#time.now > token + hour;
      const asOf = this.#time.now - (this.#chance.hits(0.5) ? this.#chance.upTo(5 * second) : 0);
      const torn = this.#chance.hits(this.#rates.fault * 0.1);
      const { customerGid } = leg.request as { customerGid: string };
      const seen =
        leg.kind === "base"
          ? this.#shopify.readReturn(leg, asOf)
          : this.#shopify.readAccount(customerGid, asOf, torn, this.#apiVersion >= "2027-01");
      this.#time.after(this.#chance.upTo(200), () => answer(blind ? null : seen));
    });
  }

  /** One request: it may be turned away, arrive late, be executed unseen, or vanish. After 30 s we stop waiting. */
  #send(running: Worker, { leg, tag, token }: Extract<Effect, { wait: "send" }>): void {
    let heard = false;
    const answer = (given: Answer<Landed | "look">) => {
      if (heard) return;
      heard = true;
      this.#resume(running, given);
    };
    this.#time.after(30 * second, () => answer({ kind: "unknown", reason: "timeout" }));
    this.#time.after(this.#chance.upTo(200), () => {
      if (this.#time.now > token + hour) return answer({ kind: "not_executed", reason: "unauthorized" });
      const trouble = this.#chance.hits(this.#rates.fault) ? this.#chance.one(troubles) : null;
      if (trouble === "throttled")
        return answer({ kind: "not_executed", reason: "throttled", retryAfterMs: 1_000 });
      if (trouble === "error_before") return answer({ kind: "unknown", reason: "server_error" });
      if (trouble === "vanishes") return;
      const slow = trouble === "slow" || trouble === "slow_and_silent";
      this.#time.after(this.#chance.upTo(slow ? 60 * second : 300), () => {
        const done = this.#execute(leg, tag);
        if (trouble === "error_after") return answer({ kind: "unknown", reason: "server_error" });
        if (trouble === "cut_off") return answer({ kind: "unknown", reason: "connection_lost" });
        if (trouble === "unreadable") return answer({ kind: "unknown", reason: "unreadable" });
        if (trouble !== "slow_and_silent") this.#time.after(this.#chance.upTo(300), () => answer(done));
      });
    });
  }

  #execute(leg: LegRow, tag: string): Answer<Landed | "look"> {
    if (leg.kind === "base") {
      const done = this.#shopify.processReturn(leg, tag, "kept") === "done";
      if (done) return { kind: "done", value: "look", requestId: null };
      return { kind: "refused", code: "INVALID", message: "", field: null, requestId: null };
    }
    const { customerGid } = leg.request as { customerGid: string };
    const random = this.#world.mutant === "random_tag";
    const carried = random
      ? { expiresAt: new Date(tag) }
      : bonusTagCarrier(this.#apiVersion, leg.expiresOn).fields(tag);
    const id = this.#shopify.credit(customerGid, leg.amountMinor, {
      leg: leg.id,
      event: "ADJUSTMENT",
      ...carried,
    });
    return {
      kind: "done",
      value: { transactionGid: id, refundGid: null, accountGid: null, balance: null },
      requestId: null,
    };
  }

  #isOver(): boolean {
    return this.#records.legs().every((leg) => isSettled(leg) || this.#waitsForPerson(leg));
  }

  #waitsForPerson(bonus: LegRow): boolean {
    return this.#records
      .legs()
      .some(
        (leg) =>
          leg.kind === "base" &&
          leg.issuanceId === bonus.issuanceId &&
          leg.state === "human" &&
          bonus !== leg,
      );
  }

  #isTheirs(leg: LegRow, executed: readonly string[]): boolean {
    if (leg.kind === "bonus") return executed.includes(leg.remoteTransactionGid ?? "");
    return this.#shopify.refundsOf(leg).includes(leg.remoteRefundGid ?? "");
  }

  #outcome(): Outcome {
    const legs = this.#records.legs();
    const executed = (leg: LegRow) => this.#shopify.executed.get(leg.id) ?? [];
    const asking = legs.filter(({ state }) => state === "human");
    return {
      issuances: issuancesPerSeed,
      double: legs.filter((leg) => executed(leg).length > 1).length,
      falseConfirm: legs.filter((leg) => leg.state === "confirmed" && !this.#isTheirs(leg, executed(leg)))
        .length,
      stuck: legs.filter((leg) => !isSettled(leg) && !this.#waitsForPerson(leg)).length,
      human: new Set(asking.map(({ issuanceId }) => issuanceId)).size,
      reasons: asking.map(({ kind, reason }) => `${kind}: ${reason}`),
    };
  }
}

const troubles = [
  "throttled",
  "error_before",
  "error_after",
  "cut_off",
  "unreadable",
  "slow",
  "slow_and_silent",
  "vanishes",
] as const;
