import type { Answer } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import type { Chance } from "./chance.ts";
import type { Timeline } from "./timeline.ts";

const second = 1_000;
const hour = 3_600 * second;

/** What can become of a request that leaves (reliability 2.13). */
export const remoteTroubles = [
  "throttled",
  "unauthorized",
  "payment_required",
  "locked",
  "refused_connection",
  "error_before",
  "cut_off_before",
  "html_before",
  "error_spends_key",
  "error_after",
  "cut_off",
  "unreadable",
  "other_in_answer",
  "slow",
  "slow_and_silent",
  "vanishes",
] as const;
export type RemoteTrouble = (typeof remoteTroubles)[number];

/** How often each kind happens where something does: one in eight is proved to be nothing, two are nothing unproved. */
const kinds: readonly (readonly RemoteTrouble[])[] = [
  ["throttled", "unauthorized", "payment_required", "locked", "refused_connection"],
  ["error_before", "cut_off_before", "html_before"],
  ["vanishes", "error_spends_key"],
  ["error_after"],
  ["cut_off"],
  ["unreadable", "other_in_answer"],
  ["slow"],
  ["slow_and_silent"],
];

/** Troubles at the door: nothing is executed. Whether that is proved or only so is another matter. */
export const turnedAway: Partial<Record<RemoteTrouble, Answer<never>>> = {
  throttled: { kind: "not_executed", reason: "throttled", retryAfterMs: 1_000 },
  unauthorized: { kind: "not_executed", reason: "unauthorized" },
  payment_required: { kind: "not_executed", reason: "payment_required" },
  locked: { kind: "not_executed", reason: "locked" },
  refused_connection: { kind: "not_executed", reason: "unreachable" },
  error_before: { kind: "unknown", reason: "server_error" },
  cut_off_before: { kind: "unknown", reason: "connection_lost" },
  html_before: { kind: "unknown", reason: "unreadable" },
};

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
    return this.#chance.hits(this.#rates.fault) ? this.#chance.one(this.#chance.one(kinds)) : null;
  }

  takesMs(most: number): number {
    return this.#chance.upTo(most);
  }

  #isTroubled(): boolean {
    return this.#time.now < 6 * hour;
  }
}
