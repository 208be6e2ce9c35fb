import { setTimeout as sleep } from "node:timers/promises";
import { eq, tables } from "@kept/database";
import { issueDue } from "../../issuance/index.ts";
import { env } from "../chaos/env.ts";
import { setScene } from "../scene.ts";
import { StandIn } from "../stand-in.ts";
import { rounded, say } from "./say.ts";
import { benchTools, creditsIssued } from "./tools.ts";

/**
 * `node fairness.ts <queued>`: how long one credit of a quiet shop takes, from being due to having arrived whole, while
 * another shop has so many queued. Floor: the same alone.
 */
const queued = Number(process.argv[2]);
const { tools } = await benchTools();
const standIn = new StandIn(env.SHOPIFY_BASE_URL);
const later = new Date(Date.now() + 3_600_000);
const busy = await setScene(tools, standIn, {
  handle: "busy",
  count: queued,
  plan: "standard",
  dueAt: later,
});
const quiet = await setScene(tools, standIn, { handle: "quiet", count: 24, plan: "standard", dueAt: later });
const numbers = await quiet.inShop((tx) => tx.select({ id: tables.issuances.id }).from(tables.issuances));
const work = issueDue(tools, { holder: "bench", atOnce: 8 });

const alone = await several(5);
await busy.inShop((tx) => tx.update(tables.issuanceLegs).set({ nextAt: new Date() }));
work.poke();
await sleep(3_000);
const beside = await several(7);
await work.stop();
say({
  bench: "issue",
  case: `one credit while another shop has ${queued} queued`,
  plan: "standard",
  value: rounded(beside),
  unit: "ms",
  floor: rounded(alone),
  ratio: rounded(beside / alone),
  goal: 1.5,
});
await tools.stop();

/** The middle of so many tries. */
async function several(times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    took.push(await one());
    await sleep(1_500);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

async function one(): Promise<number> {
  const next = numbers.pop();
  const before = await creditsIssued(tools, quiet.shop.id);
  const since = performance.now();
  await quiet.inShop(async (tx) => {
    const { issuanceLegs } = tables;
    await tx
      .update(issuanceLegs)
      .set({ nextAt: new Date() })
      .where(eq(issuanceLegs.issuanceId, next?.id ?? ""));
  });
  work.poke();
  while ((await creditsIssued(tools, quiet.shop.id)) === before) await sleep(5);
  return performance.now() - since;
}
