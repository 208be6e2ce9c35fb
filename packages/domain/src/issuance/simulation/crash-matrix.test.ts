import { expect, test } from "vitest";
import { approvedLegs, baseMinor, bonusMinor, customers, reversalLeg } from "./approved.ts";
import { Chance } from "./chance.ts";
import { Counter } from "./counter.ts";
import { Crew } from "./crew.ts";
import { Line } from "./line.ts";
import { isAtRest, outcomeOf } from "./outcome.ts";
import { Records } from "./records.ts";
import { SimulatedShopify } from "./shopify.ts";
import { Timeline } from "./timeline.ts";
import { type RemoteTrouble, remoteTroubles, type Trouble } from "./trouble.ts";
import { worldOf } from "./world.ts";

/**
 * Reliability 2.13, enumerated: a worker waits after every claim, reading, commit and send, and at each of these points
 * it is killed, frozen, frozen with the connection open, or told nothing of a transaction that did or did not commit.
 */
const crashes = ["killed", "frozen", "frozen_at_socket", "lost_commit", "lost_before_commit"] as const;
type Crash = (typeof crashes)[number];
const methods = [
  "return_process",
  "refund_create",
  "bonus_by_expiry",
  "bonus_by_note",
  "reversal",
  "reversal_by_note",
] as const;
type Tested = (typeof methods)[number];
interface Plan {
  readonly crash: Crash;
  readonly at: number;
  readonly remote: RemoteTrouble | null;
  readonly method: Tested;
}
const points = Array.from({ length: 20 }, (_, i) => i + 1);
const hour = 3_600_000;

/** One crash, at one step, and one thing that goes wrong on the line, once, with the leg under test. Nothing else. */
class OneTrouble implements Trouble {
  #steps = 0;
  #crashed = false;
  #struck = false;
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }
  kills(): boolean {
    this.#steps += 1;
    return this.#crash("killed");
  }
  freezesMs(): number {
    return this.#crash("frozen") ? 2 * hour : 0;
  }
  freezesAtSocketMs(): number {
    return this.#crash("frozen_at_socket") ? 0.9 * hour : 0;
  }
  losesAnswer() {
    if (this.#crash("lost_commit")) return "committed" as const;
    return this.#crash("lost_before_commit") ? ("not_committed" as const) : null;
  }
  reading() {
    return { blind: false, lagMs: 2_000, torn: false };
  }
  sending(leg: { kind: string }): RemoteTrouble | null {
    if (this.#struck || leg.kind !== kindOf(this.#plan.method)) return null;
    this.#struck = true;
    return this.#plan.remote;
  }
  takesMs(most: number): number {
    return most * 0.9;
  }
  #crash(what: Crash): boolean {
    if (this.#crashed || what !== this.#plan.crash || this.#steps < this.#plan.at) return false;
    this.#crashed = true;
    return true;
  }
}

function kindOf(method: Tested): "base" | "bonus" | "reversal" {
  if (method.startsWith("bonus")) return "bonus";
  return method.startsWith("reversal") ? "reversal" : "base";
}

function live(plan: Plan) {
  const time = new Timeline(new Date("2026-11-24T00:00:00Z"));
  const apiVersion = plan.method.endsWith("by_note") ? "2027-01" : "2026-10";
  const world = worldOf(time, apiVersion, null, new Chance(1));
  const records = new Records(time, world);
  const shopify = new SimulatedShopify(time, plan.at % 2 === 0);
  const trouble = new OneTrouble(plan);
  const line = new Line(time, shopify, new Counter(shopify, world), { trouble, world });
  const crew = new Crew(time, records, trouble, line, world);
  for (const leg of legsFor(plan.method, time, shopify)) records.add(leg);
  crew.hire();
  crew.hire();
  const isOver = () => records.legs().every((leg) => isAtRest(leg, records.legs()));
  while (time.now < 26 * hour && time.step()) if (time.now > 4 * hour && isOver()) break;
  const { double, falseConfirm, stuck, human } = outcomeOf(records.legs(), shopify);
  return { double, falseConfirm, stuck, human };
}

/** Base and bonus of a return; or, where credit is taken back, what was given before and the leg that takes it. */
function legsFor(method: Tested, time: Timeline, shopify: SimulatedShopify) {
  if (!method.startsWith("reversal"))
    return approvedLegs(0, time, method === "refund_create" ? "refund_create" : "return_process");
  const credits = [baseMinor, bonusMinor].map((minor) =>
    shopify.accounts.credit(customers[0], minor, { leg: null, event: "ADJUSTMENT" }),
  );
  return [reversalLeg(0, time, credits)];
}

test.each(methods.flatMap((method) => crashes.map((crash) => [method, crash] as const)))(
  "%s: a worker %s at any point, with any trouble on the line, moves the money exactly once",
  (method, crash) => {
    for (const remote of [null, ...remoteTroubles])
      for (const at of points) {
        const plan = { crash, at, remote, method };
        const { human, ...wrong } = live(plan);
        expect({ plan, ...wrong }).toEqual({ plan, double: 0, falseConfirm: 0, stuck: 0 });
        // A debit that carries nothing to know it by is the one thing of which a person may have to be asked.
        if (method !== "reversal") expect({ plan, human }).toEqual({ plan, human: 0 });
      }
  },
);

test("that is more than the twelve hundred cases that were asked for", () => {
  expect(points.length).toBeGreaterThanOrEqual(20);
  expect(remoteTroubles.length).toBeGreaterThanOrEqual(12);
});
