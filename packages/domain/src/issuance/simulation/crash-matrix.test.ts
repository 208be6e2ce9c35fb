import { expect, test } from "vitest";
import { approvedLegs } from "./approved.ts";
import { Chance } from "./chance.ts";
import { Crew } from "./crew.ts";
import { Line } from "./line.ts";
import { isAtRest, outcomeOf } from "./outcome.ts";
import { Records } from "./records.ts";
import { SimulatedShopify } from "./shopify.ts";
import { Timeline } from "./timeline.ts";
import { type RemoteTrouble, remoteTroubles, type Trouble } from "./trouble.ts";
import { worldOf } from "./world.ts";

const crashes = ["killed", "frozen", "frozen_at_socket", "lost_commit", "lost_before_commit"] as const;
type Crash = (typeof crashes)[number];
const hour = 3_600_000;

/** One crash, at one step, and one thing that goes wrong on the line, once, with one leg. Nothing else. */
class OneTrouble implements Trouble {
  #steps = 0;
  #crashed = false;
  #struck = false;
  readonly #plan: { crash: Crash; at: number; remote: RemoteTrouble | null; leg: "base" | "bonus" };

  constructor(plan: { crash: Crash; at: number; remote: RemoteTrouble | null; leg: "base" | "bonus" }) {
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
    if (this.#struck || leg.kind !== this.#plan.leg) return null;
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

function live(plan: ConstructorParameters<typeof OneTrouble>[0]) {
  const time = new Timeline(new Date("2026-11-24T00:00:00Z"));
  const records = new Records(time, null);
  const shopify = new SimulatedShopify(time, plan.at % 2 === 0);
  const trouble = new OneTrouble(plan);
  const world = worldOf(time, "2026-10", null, new Chance(1));
  const crew = new Crew(time, records, trouble, new Line(time, shopify, trouble, world), world);
  for (const leg of approvedLegs(0, time)) records.add(leg);
  crew.hire();
  crew.hire();
  const isOver = () => records.legs().every((leg) => isAtRest(leg, records.legs()));
  while (time.now < 26 * hour && time.step()) if (time.now > 4 * hour && isOver()) break;
  const { double, falseConfirm, stuck, human } = outcomeOf(records.legs(), shopify);
  return { double, falseConfirm, stuck, human };
}

test.each(crashes)(
  "a worker %s at any step, with any trouble on the line, pays both legs exactly once",
  (crash) => {
    const legal = { double: 0, falseConfirm: 0, stuck: 0, human: 0 };
    for (const leg of ["base", "bonus"] as const)
      for (const remote of [null, ...remoteTroubles])
        for (let at = 1; at <= 40; at += 1) {
          const plan = { crash, at, remote, leg };
          expect({ plan, ...live(plan) }).toEqual({ plan, ...legal });
        }
  },
);
