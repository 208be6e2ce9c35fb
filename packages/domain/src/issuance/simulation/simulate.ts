import { approvedLegs, baseMinor, bonusMinor, customers, returnName, reversalLeg } from "./approved.ts";
import { Chance } from "./chance.ts";
import { Counter } from "./counter.ts";
import { Crew } from "./crew.ts";
import { Line } from "./line.ts";
import type { Mutant } from "./mutants.ts";
import { isAtRest, type Outcome, outcomeOf } from "./outcome.ts";
import { Records } from "./records.ts";
import { SimulatedShopify } from "./shopify.ts";
import { Timeline } from "./timeline.ts";
import { Swarm } from "./trouble.ts";
import { worldOf } from "./world.ts";

const second = 1_000;
const hour = 3_600 * second;
const issuancesPerSeed = 4;

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
  readonly #crew: Crew;
  /** By which method each return's base goes: chosen when it is approved, and never changed. */
  readonly #methods: ("return_process" | "refund_create")[];

  constructor(seed: number, mutant: Mutant | null) {
    const chance = new Chance(seed);
    this.#chance = chance;
    this.#shopify = new SimulatedShopify(this.#time, chance.hits(0.7));
    const apiVersion = chance.hits(0.3) ? "2027-01" : "2026-10";
    const swarm = new Swarm(chance, this.#time);
    const world = worldOf(this.#time, apiVersion, mutant, chance);
    this.#records = new Records(this.#time, world);
    const counter = new Counter(this.#shopify, world);
    const line = new Line(this.#time, this.#shopify, counter, { trouble: swarm, world });
    this.#methods = Array.from({ length: issuancesPerSeed }, () =>
      chance.hits(0.25) ? "refund_create" : "return_process",
    );
    this.#crew = new Crew(this.#time, this.#records, swarm, line, world);
  }

  run(): Outcome {
    const restored = this.#chance.hits(0.3);
    for (let i = 0; i < issuancesPerSeed; i += 1) {
      const at = this.#chance.upTo(120 * second);
      this.#time.after(at, () => this.#approve(i));
      if (restored && i === 0) this.#planRestore(at);
    }
    for (let i = 0; i < 3; i += 1) this.#crew.hire();
    this.#othersMoveMoney();
    if (this.#chance.hits(0.05)) this.#takeBackOne();
    while (this.#time.now < 26 * hour && this.#time.step())
      if (this.#time.now > 9 * hour && this.#isOver()) break;
    return outcomeOf(this.#records.legs(), this.#shopify);
  }

  #approve(i: number): void {
    const legs = approvedLegs(i, this.#time, this.#methods[i]);
    if (this.#records.knows(legs[0].id)) return;
    for (const leg of legs) this.#records.add(leg);
  }

  /** Staff and other apps give the very amounts we give, and now and then refund a return by hand. */
  #othersMoveMoney(): void {
    for (let i = 0; i < 5; i += 1) {
      const amount = this.#chance.one([bonusMinor, bonusMinor, baseMinor]);
      const customer = this.#chance.one(customers);
      this.#time.after(this.#chance.upTo(hour), () =>
        this.#shopify.accounts.credit(customer, amount, { leg: null, event: "ADJUSTMENT" }),
      );
    }
    if (!this.#chance.hits(0.01)) return;
    this.#time.after(this.#chance.upTo(hour), () => {
      const bases = this.#records.legs().filter(({ kind }) => kind === "base");
      if (bases.length > 0) this.#shopify.orders.processReturn(this.#chance.one(bases), "", "staff");
    });
  }

  /** Some credit is taken back after it was given, while staff may take the very same amount. */
  #takeBackOne(): void {
    const i = Math.floor(this.#chance.upTo(issuancesPerSeed));
    const whole = baseMinor + bonusMinor;
    this.#time.after(2 * hour + this.#chance.upTo(hour), () => {
      const legs = this.#records.legs().filter(({ returnId }) => returnId === returnName(i));
      if (legs.length !== 2 || legs.some(({ state }) => state !== "confirmed")) return;
      const given = this.#shopify.accounts.refundOf(legs[0]?.orderGid ?? "");
      const credits = [given, legs[1]?.remoteTransactionGid].flatMap((id) => id ?? []);
      this.#records.add(reversalLeg(i, this.#time, credits));
      if (this.#chance.hits(0.1))
        this.#time.after(this.#chance.upTo(60 * second), () =>
          this.#shopify.accounts.debit(customers[i % 2] ?? "", whole, { leg: null }),
        );
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
        for (let i = 0; i < issuancesPerSeed; i += 1)
          if (approved.some((leg) => leg.returnId === returnName(i) && !rows.legs.has(leg.id)))
            this.#time.after(this.#chance.upTo(120 * second), () => this.#approve(i));
      });
    });
  }

  #isOver(): boolean {
    const legs = this.#records.legs();
    return legs.every((leg) => isAtRest(leg, legs));
  }
}
