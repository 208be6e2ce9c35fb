import type { Answer } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import type { Landed } from "../method.ts";
import { bonusTagCarrier } from "../tag.ts";
import type { SimulatedShopify } from "./shopify.ts";
import type { Timeline } from "./timeline.ts";
import type { Trouble } from "./trouble.ts";
import type { Effect, World } from "./worker.ts";

const second = 1_000;
const tokenLife = 3_600 * second;

/** The way to Shopify and back, with everything that happens on it. */
export class Line {
  readonly #time: Timeline;
  readonly #shopify: SimulatedShopify;
  readonly #trouble: Trouble;
  readonly #world: World;

  constructor(time: Timeline, shopify: SimulatedShopify, trouble: Trouble, world: World) {
    this.#time = time;
    this.#shopify = shopify;
    this.#trouble = trouble;
    this.#world = world;
  }

  /** Answers null when nothing could be read. What is read may be up to five seconds old, or torn. */
  read(leg: LegRow, token: number, answer: (seen: unknown) => void): void {
    this.#time.after(this.#trouble.takesMs(200), () => {
      const { blind, lagMs, torn } = this.#trouble.reading();
      const dead = this.#time.now > token + tokenLife;
      const asOf = this.#time.now - lagMs;
      const { customerGid } = leg.request as { customerGid: string };
      const notes = this.#world.apiVersion >= "2027-01";
      const seen =
        leg.kind === "base"
          ? this.#shopify.readReturn(leg, asOf)
          : this.#shopify.readAccount(customerGid, asOf, torn, notes);
      this.#time.after(this.#trouble.takesMs(200), () => answer(blind || dead ? null : seen));
    });
  }

  /** One request: it may be turned away, arrive late, be executed unseen, or vanish. After 30 s nobody waits any more. */
  send(
    { leg, tag, token }: Extract<Effect, { wait: "send" }>,
    heard: (answer: Answer<Landed | "look">) => void,
  ): void {
    let done = false;
    const answer = (given: Answer<Landed | "look">) => {
      if (done) return;
      done = true;
      heard(given);
    };
    this.#time.after(30 * second, () => answer({ kind: "unknown", reason: "timeout" }));
    this.#time.after(this.#trouble.takesMs(200), () => {
      if (this.#time.now > token + tokenLife) return answer({ kind: "not_executed", reason: "unauthorized" });
      const trouble = this.#trouble.sending(leg);
      if (trouble === "throttled")
        return answer({ kind: "not_executed", reason: "throttled", retryAfterMs: 1_000 });
      if (trouble === "error_before") return answer({ kind: "unknown", reason: "server_error" });
      if (trouble === "vanishes") return;
      const slow = trouble === "slow" || trouble === "slow_and_silent";
      this.#time.after(this.#trouble.takesMs(slow ? 60 * second : 300), () => {
        const executed = this.#execute(leg, tag);
        if (trouble === "error_after") return answer({ kind: "unknown", reason: "server_error" });
        if (trouble === "cut_off") return answer({ kind: "unknown", reason: "connection_lost" });
        if (trouble === "unreadable") return answer({ kind: "unknown", reason: "unreadable" });
        if (trouble !== "slow_and_silent")
          this.#time.after(this.#trouble.takesMs(300), () => answer(executed));
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
    const { apiVersion, mutant } = this.#world;
    const carried =
      mutant === "random_tag"
        ? { expiresAt: new Date(tag) }
        : bonusTagCarrier(apiVersion, leg.expiresOn).fields(tag);
    const what = { leg: leg.id, event: "ADJUSTMENT", ...carried };
    const transactionGid = this.#shopify.credit(customerGid, leg.amountMinor, what);
    const landed = { transactionGid, refundGid: null, accountGid: null, balance: null };
    return { kind: "done", value: landed, requestId: null };
  }
}
