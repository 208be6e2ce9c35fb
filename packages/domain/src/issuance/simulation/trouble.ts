import type { LegRow } from "../issuance.ts";
import type { Chance } from "./chance.ts";
import type { Timeline } from "./timeline.ts";

const second = 1_000;
const hour = 3_600 * second;

/** What can become of a request that leaves. */
export const remoteTroubles = [
  "throttled",
  "error_before",
  "error_after",
  "cut_off",
  "unreadable",
  "slow",
  "slow_and_silent",
  "vanishes",
] as const;
export type RemoteTrouble = (typeof remoteTroubles)[number];

/** Where and when something goes wrong. Asked once for each thing that could. */
export interface Trouble {
  /** Does the worker die before its next step? */
  kills(): boolean;
  /** How long it stands still before its next step, in milliseconds. */
  freezesMs(): number;
  /** Is the answer of a transaction lost, and did it commit? */
  losesAnswer(): "committed" | "not_committed" | null;
  /** How long it stands still between the last check and the socket: then only its token's death helps. */
  freezesAtSocketMs(): number;
  reading(): { readonly blind: boolean; readonly lagMs: number; readonly torn: boolean };
  sending(leg: LegRow): RemoteTrouble | null;
  /** How long something takes that takes at most so long. */
  takesMs(most: number): number;
}

/** Everything goes wrong, at rates that are drawn once per seed; in the end there is peace, so that all can settle. */
export class Swarm implements Trouble {
  readonly #chance: Chance;
  readonly #time: Timeline;
  readonly #rates: { fault: number; kill: number; freeze: number; lost: number };

  constructor(chance: Chance, time: Timeline) {
    this.#chance = chance;
    this.#time = time;
    this.#rates = {
      fault: chance.upTo(0.5),
      kill: chance.upTo(0.08),
      freeze: chance.upTo(0.06),
      lost: chance.upTo(0.05),
    };
  }

  kills(): boolean {
    return this.#isTroubled() && this.#chance.hits(this.#rates.kill);
  }

  freezesMs(): number {
    if (!this.#isTroubled() || !this.#chance.hits(this.#rates.freeze)) return 0;
    return this.#chance.draw() * this.#chance.upTo(2 * hour);
  }

  losesAnswer(): "committed" | "not_committed" | null {
    if (!this.#isTroubled() || !this.#chance.hits(this.#rates.lost)) return null;
    return this.#chance.hits(0.5) ? "not_committed" : "committed";
  }

  freezesAtSocketMs(): number {
    return this.freezesMs();
  }

  reading() {
    return {
      blind: this.#chance.hits(this.#rates.fault * 0.3),
      lagMs: this.#chance.hits(0.5) ? this.#chance.upTo(5 * second) : 0,
      torn: this.#chance.hits(this.#rates.fault * 0.1),
    };
  }

  sending(): RemoteTrouble | null {
    return this.#chance.hits(this.#rates.fault) ? this.#chance.one(remoteTroubles) : null;
  }

  takesMs(most: number): number {
    return this.#chance.upTo(most);
  }

  #isTroubled(): boolean {
    return this.#time.now < 6 * hour;
  }
}
