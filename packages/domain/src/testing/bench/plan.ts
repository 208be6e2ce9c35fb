import { setTimeout as sleep } from "node:timers/promises";
import { tables } from "@kept/database";
import { issueDue } from "../../issuance/index.ts";
import { env } from "../chaos/env.ts";
import { setScene } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { drain } from "./drain.ts";
import { rounded, say } from "./say.ts";
import { benchTools, creditsIssued } from "./tools.ts";

/**
 * `node plan.ts <plan> <seconds>`: two-leg credits a second at a plan's rate, with the bucket spent beforehand, against
 * what the rate allows at the points a credit really took. Floor: that limit. Says the refusals beside.
 */
const rates = { standard: 100, advanced: 200, plus: 1_000, enterprise: 2_000 } as const;
const plan = process.argv[2] as keyof typeof rates;
const seconds = Number(process.argv[3]);
const rate = rates[plan];
const { tools, meter } = await benchTools();
const standIn = new StandIn(env.SHOPIFY_BASE_URL);
const count = Math.ceil((rate / 30) * seconds * 1.5) + 40;
const soon = new Date(Date.now() + 3_600_000);
const owner = await setScene(tools, standIn, { handle: `bench-${plan}`, count, plan, dueAt: soon });
await drain(owner, 600);
await owner.inShop((tx) => tx.update(tables.issuanceLegs).set({ nextAt: new Date() }));

const cpu = process.cpuUsage();
const started = performance.now();
meter.reset();
const work = issueDue(tools, { holder: "bench", atOnce: 8 });
work.poke();
await sleep(seconds * 1_000);
const issued = await creditsIssued(tools, owner.shop.id);
const took = (performance.now() - started) / 1_000;
const used = process.cpuUsage(cpu);
const { calls, throttled, points } = meter;
await work.stop();
const perCredit = points / issued;
const value = issued / took;
const floor = rate / perCredit;
say({
  bench: "issue",
  plan,
  value: rounded(value),
  unit: "two-leg credits/s",
  floor: rounded(floor),
  ratio: rounded(value / floor),
  goal: 0.97,
  pointsPerCredit: rounded(perCredit),
  throttled,
  refusalsPerThousand: rounded((throttled * 1_000) / calls),
  cpuMsPerCredit: rounded((used.user + used.system) / 1_000 / issued),
});
await tools.stop();
