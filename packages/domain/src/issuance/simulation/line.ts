import type { Answer, UnknownReason } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import type { Landed } from "../method.ts";
import type { Counter } from "./counter.ts";
import type { SimulatedShopify } from "./shopify.ts";
import type { Timeline } from "./timeline.ts";
import { type RemoteTrouble, type Trouble, turnedAway } from "./trouble.ts";
import type { Effect, World } from "./worker.ts";

const second = 1_000;
const tokenLife = 3_600 * second;
type Heard = Answer<Landed | "look">;

/** The way to Shopify and back, with everything that happens on it. */
export class Line {
  readonly #time: Timeline;
  readonly #shopify: SimulatedShopify;
  readonly #counter: Counter;
  readonly #trouble: Trouble;
  readonly #world: World;

  constructor(
    time: Timeline,
    shopify: SimulatedShopify,
    counter: Counter,
    { trouble, world }: { trouble: Trouble; world: World },
  ) {
    this.#time = time;
    this.#shopify = shopify;
    this.#counter = counter;
    this.#trouble = trouble;
    this.#world = world;
  }

  /** Answers null when nothing could be read. What is read may be up to five seconds old, or torn. */
  read(leg: LegRow, token: number, answer: (seen: unknown) => void): void {
    this.#time.after(this.#trouble.takesMs(200), () => {
      const { blind, lagMs, torn } = this.#trouble.reading();
      const dead = this.#time.now > token + tokenLife;
      const seen = this.#see(leg, this.#time.now - lagMs, torn);
      this.#time.after(this.#trouble.takesMs(200), () => answer(blind || dead ? null : seen));
    });
  }

  #see(leg: LegRow, asOf: number, torn: boolean): unknown {
    const { accounts, orders } = this.#shopify;
    if (leg.method === "return_process") return orders.readReturn(leg, asOf);
    if (leg.method === "refund_create") return orders.readRefunds(leg, asOf);
    const { customerGid } = leg.request as { customerGid: string };
    return accounts.read(customerGid, asOf, torn, this.#world.apiVersion >= "2027-01");
  }

  /** One request: it may be turned away, arrive late, be executed unseen, or vanish. After 30 s nobody waits any more. */
  send(sent: Extract<Effect, { wait: "send" }>, heard: (answer: Heard) => void): void {
    let done = false;
    const answer = (given: Heard) => {
      if (done) return;
      done = true;
      heard(given);
    };
    this.#time.after(30 * second, () => answer({ kind: "unknown", reason: "timeout" }));
    this.#time.after(this.#trouble.takesMs(200), () => {
      if (this.#time.now > sent.token + tokenLife)
        return answer({ kind: "not_executed", reason: "unauthorized" });
      this.#arrive(sent, this.#trouble.sending(sent.leg), answer);
    });
  }

  #arrive(
    sent: Extract<Effect, { wait: "send" }>,
    trouble: RemoteTrouble | null,
    answer: (given: Heard) => void,
  ): void {
    const away = trouble && turnedAway[trouble];
    if (away) answer(away);
    if (away || trouble === "vanishes") return;
    const known = this.#counter.take(sent, trouble === "error_spends_key");
    if (known !== "open") this.#time.after(this.#trouble.takesMs(300), () => answer(known));
    else if (trouble === "error_spends_key") answer({ kind: "unknown", reason: "server_error" });
    else this.#carryOut(sent, trouble, answer);
  }

  #carryOut(
    sent: Extract<Effect, { wait: "send" }>,
    trouble: RemoteTrouble | null,
    answer: (given: Heard) => void,
  ): void {
    const slow = trouble === "slow" || trouble === "slow_and_silent";
    this.#time.after(this.#trouble.takesMs(slow ? 60 * second : 300), () => {
      const executed = this.#counter.execute(sent);
      const hidden = trouble && hides[trouble];
      if (hidden) answer({ kind: "unknown", reason: hidden });
      else if (trouble !== "slow_and_silent")
        this.#time.after(this.#trouble.takesMs(300), () => answer(executed));
    });
  }
}

/** Troubles behind which something was executed, and what is heard instead of the answer. */
const hides: Partial<Record<RemoteTrouble, UnknownReason>> = {
  error_after: "server_error",
  cut_off: "connection_lost",
  unreadable: "unreadable",
  other_in_answer: "mismatch",
};
